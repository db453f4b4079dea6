import { modelIcon } from '#forms';
import type { Draft, Preset } from '#generation';
import type { Model } from '#registry';
import { homeButton } from './home.ts';
import { pageRow } from './models.ts';
import { button, pageOf, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const PAGE_SIZE = 8;

export interface PresetsView {
  rows: readonly { preset: Preset; model: Model | undefined }[];
  page: number;
}

/** A person's presets, each with a way to drop it. */
export function presetsScreen(voice: Voice, { rows, page }: PresetsView): Screen {
  const shown = pageOf(rows, page, PAGE_SIZE);
  const keyboard = shown.items.map(({ preset, model }) => [
    button(`${modelIcon(model)} ${preset.name}`, { to: 'preset', preset: preset.id }),
    button('🗑', { to: 'preset-drop', preset: preset.id }),
  ]);
  keyboard.push(...pageRow(voice, shown.page, shown.pages, (to) => ({ to: 'presets', page: to })));
  return {
    text: voice.html(rows.length > 0 ? 'presets-title' : 'presets-empty'),
    keyboard: [...keyboard, [homeButton(voice)]],
  };
}

/** Asks for the name of a new preset. */
export function presetNameScreen(voice: Voice, { id: draft, revision }: Draft): Screen {
  const back = button(voice.plain('button-back'), { to: 'draft', draft, revision, view: 'more' });
  return { text: voice.html('ask-preset-name'), keyboard: [[back, homeButton(voice)]] };
}

/** That it is kept, and the link by which others can begin with it. */
export function presetSavedText(voice: Voice, name: string, link: string): string {
  return voice.html('preset-saved', { name, link });
}
