import type { InlineKeyboardButton } from 'grammy/types';
import { type OfferedModel, type TypeCount, typeName } from '#forms';
import type { Model, ModelType } from '#registry';
import type { Tap } from '../callback-data.ts';
import { button, pageOf, type Screen } from './screen.ts';
import { typeRows } from './start.ts';
import type { Voice } from './voice.ts';

const PAGE_SIZE = 8;

export interface ModelRow extends Omit<OfferedModel, 'model'> {
  model: Pick<Model, 'id' | 'title'>;
  code: string;
}

export function typesScreen(voice: Voice, types: readonly TypeCount[], lead?: string): Screen {
  const text = [lead, voice.html('models-choose-type')].filter(Boolean).join('\n\n');
  return { text, keyboard: [...typeRows(voice, types), [homeButton(voice)]] };
}

export interface ModelListView {
  type: ModelType;
  rows: readonly ModelRow[];
  page: number;
}

/** The models of a type, a page at a time. */
export function modelsScreen(voice: Voice, { type, rows, page }: ModelListView): Screen {
  const shown = pageOf(rows, page, PAGE_SIZE);
  const head = voice.html('models-of-type', { type: typeName(voice, type) });
  const keyboard = shown.items.map((row) => [button(rowLabel(voice, row), { to: 'model', model: row.code })]);
  keyboard.push(...pageRow(voice, shown.page, shown.pages, (to) => ({ to: 'type', type, page: to })));
  keyboard.push([button(voice.plain('button-back'), { to: 'types' }), homeButton(voice)]);
  const text = rows.some((row) => row.available) ? head : `${head}\n\n${voice.html('type-empty')}`;
  return { text, keyboard };
}

export function foundModelsScreen(voice: Voice, query: string, rows: readonly ModelRow[]): Screen {
  const keyboard = rows
    .slice(0, PAGE_SIZE * 2)
    .map((row) => [button(rowLabel(voice, row), { to: 'model', model: row.code })]);
  return { text: voice.html('models-found', { query }), keyboard: [...keyboard, [homeButton(voice)]] };
}

export function rowLabel(voice: Voice, { model, from, varies, available }: ModelRow): string {
  if (!available || from === null) return voice.plain('model-row-unavailable', { name: model.title });
  return voice.plain(varies ? 'model-row' : 'model-row-same', { name: model.title, price: from });
}

/** ‹ 2 / 5 › — nothing for a single page. */
export function pageRow(
  voice: Voice,
  page: number,
  pages: number,
  tapFor: (page: number) => Tap,
): InlineKeyboardButton[][] {
  if (pages <= 1) return [];
  const row: InlineKeyboardButton[] = [];
  if (page > 0) row.push(button(voice.plain('button-previous-page'), tapFor(page - 1)));
  row.push(button(voice.plain('button-page', { page: page + 1, pages }), { to: 'idle' }));
  if (page < pages - 1) row.push(button(voice.plain('button-next-page'), tapFor(page + 1)));
  return [row];
}

export function homeButton(voice: Voice): InlineKeyboardButton {
  return button(voice.plain('button-home'), { to: 'home' });
}
