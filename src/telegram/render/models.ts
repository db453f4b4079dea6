import type { InlineKeyboardButton } from 'grammy/types';
import { type OfferedModel, type TypeCount, typeName } from '#forms';
import type { Model, ModelType } from '#registry';
import type { Tap } from '../callback-data.ts';
import type { RowFacts } from '../row-facts.ts';
import { homeButton } from './home.ts';
import { button, fitted, pageOf, rowText, type Screen } from './screen.ts';
import { typeRows } from './start.ts';
import type { Voice } from './voice.ts';
import { durationText } from './words.ts';

const PAGE_SIZE = 8;

export interface ModelRow extends Omit<OfferedModel, 'model'> {
  model: Pick<Model, 'id' | 'title' | 'since' | 'seen_seconds'>;
  code: string;
}

/** Lists of models that are not a type. */
export const SHELVES = ['favourites', 'recent', 'quick'] as const;
export type Shelf = (typeof SHELVES)[number];

type Facts = Pick<RowFacts, 'seconds' | 'isNew'>;

export function typesScreen(voice: Voice, types: readonly TypeCount[], lead?: string): Screen {
  const text = [lead, voice.html('models-choose-type')].filter(Boolean).join('\n\n');
  const search = button(voice.plain('button-search'), { to: 'model-search' });
  return {
    text,
    keyboard: [...typeRows(voice, types), ...shelfRows(voice), [search, homeButton(voice)]],
  };
}

/** The ways to models one knows already. */
export function shelfRows(voice: Voice): InlineKeyboardButton[][] {
  return fitted(
    SHELVES.map((shelf) => button(voice.plain(`shelf-${shelf}`), { to: 'shelf', shelf, page: 0 })),
  );
}

export interface ModelListView {
  type: ModelType;
  rows: readonly ModelRow[];
  page: number;
}

/** The models of a type, a page at a time. */
export function modelsScreen(voice: Voice, { type, rows, page }: ModelListView, rowFacts: Facts): Screen {
  const head = voice.html('models-of-type', { type: typeName(voice, type) });
  const text = rows.some((row) => row.available) ? head : `${head}\n\n${voice.html('type-empty')}`;
  return listScreen(voice, { text, rows, page, turn: (to) => ({ to: 'type', type, page: to }) }, rowFacts);
}

export interface ShelfView {
  shelf: Shelf;
  rows: readonly ModelRow[];
  page: number;
}

export function shelfScreen(voice: Voice, { shelf, rows, page }: ShelfView, rowFacts: Facts): Screen {
  const head = voice.html('shelf-title', { name: voice.plain(`shelf-${shelf}`) });
  const text = rows.length > 0 ? head : `${head}\n\n${voice.html(`shelf-empty-${shelf}`)}`;
  return listScreen(voice, { text, rows, page, turn: (to) => ({ to: 'shelf', shelf, page: to }) }, rowFacts);
}

interface ListView {
  text: string;
  rows: readonly ModelRow[];
  page: number;
  turn(page: number): Tap;
}

function listScreen(voice: Voice, { text, rows, page, turn }: ListView, rowFacts: Facts): Screen {
  const shown = pageOf(rows, page, PAGE_SIZE);
  const keyboard = shown.items.map((row) => [modelButton(voice, row, rowFacts)]);
  keyboard.push(...pageRow(voice, shown.page, shown.pages, turn));
  keyboard.push([button(voice.plain('button-back'), { to: 'types' }), homeButton(voice)]);
  return { text, keyboard };
}

export function foundModelsScreen(
  voice: Voice,
  query: string,
  rows: readonly ModelRow[],
  rowFacts: Facts,
): Screen {
  const keyboard = rows.slice(0, PAGE_SIZE * 2).map((row) => [modelButton(voice, row, rowFacts)]);
  const search = button(voice.plain('button-search'), { to: 'model-search' });
  return {
    text: voice.html('models-found', { query }),
    keyboard: [...keyboard, [search, homeButton(voice)]],
  };
}

function modelButton(voice: Voice, row: ModelRow, rowFacts: Facts): InlineKeyboardButton {
  return button(listedLabel(voice, row, rowFacts), { to: 'model', model: row.code });
}

/** As in a list of models: name, price, and what else is known. */
export function listedLabel(voice: Voice, row: ModelRow, facts: Facts): string {
  const seconds = row.available ? facts.seconds(row.model) : undefined;
  const isNew = row.available && facts.isNew(row.model);
  return rowText(row.model.title, (name) => {
    const label = pricedName(voice, row, name);
    const timed =
      seconds === undefined
        ? label
        : voice.plain('model-row-timed', { row: label, time: durationText(voice, seconds) });
    return isNew ? voice.plain('model-row-new', { row: timed }) : timed;
  });
}

/** Name and price. */
export function rowLabel(voice: Voice, row: ModelRow): string {
  return rowText(row.model.title, (name) => pricedName(voice, row, name));
}

function pricedName(voice: Voice, { from, varies, available }: ModelRow, name: string): string {
  if (!available || from === null) return voice.plain('model-row-unavailable', { name });
  return voice.plain(varies ? 'model-row' : 'model-row-same', { name, price: from });
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
