import { InputFile } from 'grammy';
import { promptField } from '#forms';
import type { Generation } from '#generation';
import type { Model } from '#registry';
import type { BotContext, TapHandlers } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { loggable } from '../telegram-trouble.ts';
import type { Forms } from './forms.ts';
import { ownGeneration } from './own-generation.ts';
import { vary } from './variations.ts';

type Slice = Pick<Services, 'registry' | 'catalogue' | 'generations' | 'messenger' | 'loadOriginal' | 'log'>;

type ResultTaps = 'stop' | 'again' | 'new-prompt' | 'original' | 'vary';

/** The buttons below a status or a result. */
export function resultTaps(services: Slice, forms: Forms): Pick<TapHandlers, ResultTaps> {
  const { registry, catalogue, generations, messenger, loadOriginal, log } = services;

  function offeredModel(ctx: BotContext, { modelId }: Generation): Model | undefined {
    const model = registry.get(modelId);
    if (model && catalogue.isOffered(model)) return model;
    ctx.toast(ctx.voice.plain('error-model-unavailable'), { alert: true });
    return undefined;
  }

  return {
    async stop(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      const cancelled = await generations.cancel(generation.id, ctx.person.id);
      ctx.toast(ctx.voice.plain('status-cancel-done'));
      await messenger.showStatus({ generation: cancelled, phase: 'cancelled', elapsedSeconds: 0 });
    },

    async again(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      const model = generation && offeredModel(ctx, generation);
      if (generation && model) await forms.open(ctx, { model, input: generation.input });
    },

    async 'new-prompt'(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      const model = generation && offeredModel(ctx, generation);
      if (!generation || !model) return;
      const prompt = promptField(model);
      const kept = Object.entries(generation.input).filter(([name]) => name !== prompt);
      await forms.open(ctx, { model, input: Object.fromEntries(kept) });
    },

    async original(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      if (!generation) return;
      ctx.toast(ctx.voice.plain('original-loading'));
      // Large files take their time; the chat goes on meanwhile, and a lost one is asked for with another tap.
      void sendOriginals(ctx, generation).catch((err: unknown) => {
        log.warn({ err: loggable(err), generation: generation.id }, 'an original could not be sent');
      });
    },

    async vary(ctx, tap) {
      const generation = await ownGeneration(ctx, services, tap.generation);
      const model = generation && offeredModel(ctx, generation);
      if (generation && model) await vary(ctx, services, forms, { generation, model, credits: tap.credits });
    },
  };

  async function sendOriginals(ctx: BotContext, { id, result }: Generation): Promise<void> {
    let found = 0;
    for (const index of (result?.media ?? []).keys()) {
      const original = await loadOriginal(id, index);
      if (original === null) continue;
      found++;
      const file = new InputFile(original.bytes, original.fileName);
      await ctx.api.sendDocument(ctx.place.chatId, file, { disable_content_type_detection: true });
    }
    if (found === 0) await ctx.send(noteScreen(ctx.voice, ctx.voice.html('original-gone')));
  }
}
