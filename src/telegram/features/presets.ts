import { presetName, withoutFiles } from '#forms';
import type { Preset } from '#generation';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { presetNameScreen, presetSavedText, presetsScreen } from '../render/presets.ts';
import type { Services } from '../services.ts';
import { askFor } from './asked.ts';
import type { Forms } from './forms.ts';
import type { OpenForm } from './open-form.ts';

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'generations'>;
type PresetTaps = 'presets' | 'preset' | 'preset-drop';

async function list(ctx: BotContext, { generations, registry }: Slice, page: number) {
  const presets = await generations.presets.of(ctx.person.id);
  const rows = presets.map((preset) => ({ preset, model: registry.get(preset.modelId) }));
  return presetsScreen(ctx.voice, { rows, page });
}

/** /presets */
export function presetsCommand(services: Slice): CommandHandler {
  return async (ctx) => {
    await ctx.send(await list(ctx, services, 0));
  };
}

/** Forms that people keep under a name. */
export function presetTaps(services: Slice, forms: Forms): Pick<TapHandlers, PresetTaps> {
  const { generations } = services;
  return {
    async presets(ctx, { page }) {
      await ctx.show(await list(ctx, services, page));
    },
    async preset(ctx, tap) {
      const preset = await generations.presets.get(tap.preset);
      const opened = preset?.personId === ctx.person.id && (await openPreset(ctx, services, forms, preset));
      if (opened) return;
      ctx.toast(ctx.voice.plain('button-outdated'));
      await ctx.show(await list(ctx, services, 0));
    },
    async 'preset-drop'(ctx, tap) {
      await generations.presets.remove(tap.preset, ctx.person.id);
      ctx.toast(ctx.voice.plain('preset-dropped'));
      await ctx.show(await list(ctx, services, 0));
    },
  };
}

/** Opens a form as the preset has it; of somebody else's preset without the files. False when its model is gone. */
export async function openPreset(
  ctx: BotContext,
  { registry, catalogue }: Pick<Slice, 'registry' | 'catalogue'>,
  forms: Forms,
  preset: Preset,
): Promise<boolean> {
  const model = registry.get(preset.modelId);
  if (!model || !catalogue.isOffered(model)) return false;
  const input = preset.personId === ctx.person.id ? preset.input : withoutFiles(model, preset.input);
  await forms.open(ctx, { model, input });
  return true;
}

/** Asks under which name the form shall be kept. */
export async function askPresetName(
  ctx: BotContext,
  services: Pick<Slice, 'database'>,
  { draft }: OpenForm,
): Promise<void> {
  await askFor(ctx, services, { what: 'preset', draft: draft.id });
  await ctx.show(presetNameScreen(ctx.voice, draft));
}

/** Keeps the draft under the name, and shows its form again. */
export async function namePreset(
  ctx: BotContext,
  { generations }: Slice,
  forms: Forms,
  draftId: string,
  text: string,
): Promise<void> {
  const draft = await generations.drafts.get(draftId, ctx.person.id);
  if (!draft) return;
  const name = presetName(text);
  const { modelId, input } = draft;
  const preset = await generations.presets.save({ personId: ctx.person.id, name, modelId, input });
  const link = `https://t.me/${ctx.me.username}?start=p_${preset.id}`;
  await forms.showBelow(ctx, draft, { notice: presetSavedText(ctx.voice, name, link) });
}
