import { fieldForFile, referencesTo, withFiles } from '#forms';
import type { Generation, MediaKind, ResultMedia } from '#generation';
import type { Model } from '#registry';
import type { BotContext, TapHandlers } from '../context.ts';
import { usesScreen } from '../render/result-actions.ts';
import type { Services } from '../services.ts';
import { unlessRefused } from '../unless-refused.ts';
import { actionsBelow } from './actions-below.ts';
import { followUpsOf } from './follow-ups.ts';
import type { Forms } from './forms.ts';
import { isType } from './models.ts';
import { ownGeneration } from './own-generation.ts';
import { preferredModel } from './preferred-model.ts';

type Slice = Pick<
  Services,
  'registry' | 'catalogue' | 'codes' | 'generations' | 'clock' | 'canShare' | 'username'
>;

type UseTaps = 'pick' | 'uses' | 'use-result' | 'go-on';

/** A result as the beginning of something else. */
export function resultUseTaps(services: Slice, forms: Forms): Pick<TapHandlers, UseTaps> {
  const { catalogue, codes } = services;

  /** The tapped file of a result; otherwise the tap says that it is gone. */
  async function fileOf(
    ctx: BotContext,
    tap: { generation: string; index: number },
  ): Promise<{ generation: Generation; media: ResultMedia } | undefined> {
    const generation = await ownGeneration(ctx, services, tap.generation);
    const media = generation?.result?.media[tap.index];
    if (generation && media) return { generation, media };
    if (generation) ctx.toast(ctx.voice.plain('original-gone'), { alert: true });
    return undefined;
  }

  async function begin(
    ctx: BotContext,
    { generation, media }: { generation: Generation; media: ResultMedia },
    index: number,
    model: Model | undefined,
  ): Promise<void> {
    const address = await services.generations.resultAsInput(generation.id, index);
    if (!model || address === null) ctx.toast(ctx.voice.plain('original-gone'), { alert: true });
    else await forms.open(ctx, { model, input: inputWith(model, media.kind, address), asUsual: true });
  }

  return {
    async pick(ctx, tap) {
      const file = await fileOf(ctx, tap);
      if (!file) return;
      const keyboard = actionsBelow(services, ctx.voice, file.generation, tap.index);
      await unlessRefused(ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: keyboard } }));
    },

    async uses(ctx, tap) {
      const file = await fileOf(ctx, tap);
      if (!file) return;
      const { kind } = file.media;
      const followUps = followUpsOf(catalogue, file.generation, tap.index);
      const [types, tools] = [catalogue.typesForFile(kind), catalogue.toolsForFile(kind)];
      await ctx.show(
        usesScreen(ctx.voice, { generation: file.generation, index: tap.index, types, tools, followUps }),
      );
    },

    async 'use-result'(ctx, tap) {
      const file = await fileOf(ctx, tap);
      const wish = file && isType(tap.type) ? { type: tap.type, file: file.media.kind } : undefined;
      if (file) await begin(ctx, file, tap.index, wish && preferredModel(ctx, services, wish));
    },

    async 'go-on'(ctx, tap) {
      const model = codes.modelOf(tap.model);
      if (!model || !catalogue.isOffered(model)) {
        ctx.toast(ctx.voice.plain('error-model-unavailable'), { alert: true });
        return;
      }
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      if (model.follows.includes(generation.modelId)) {
        await forms.open(ctx, { model, input: referencesTo(model, generation, tap.index), asUsual: true });
        return;
      }
      const file = await fileOf(ctx, tap);
      if (file) await begin(ctx, file, tap.index, model);
    },
  };
}

function inputWith(model: Model, kind: MediaKind, address: string): Record<string, unknown> {
  const field = fieldForFile(model, kind);
  const schema = field === undefined ? undefined : model.input[field];
  return field === undefined || !schema ? {} : { [field]: withFiles(schema, undefined, [address]) };
}
