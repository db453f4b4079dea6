import { modelIcon, promptOf } from '#forms';
import { type Generation, isFinal } from '#generation';
import type { Model } from '#registry';
import type { Tap } from '../callback-data.ts';
import { homeButton } from './home.ts';
import { escapeHtml, oneLine, quotation } from './html.ts';
import { button, rowText, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText, priceText, shortDayText } from './words.ts';

export interface HistoryItem {
  generation: Generation;
  model: Model | undefined;
}

/** What a history can be narrowed down to. */
export const HISTORY_KINDS = ['all', 'image', 'video', 'audio', 'text'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export interface HistoryView {
  items: readonly HistoryItem[];
  kind: HistoryKind;
  /** What was looked for, if anything was. */
  words?: string;
  /** Whether older ones follow. */
  more: boolean;
  /** Whether newer ones precede. */
  newer: boolean;
  timeZone: string;
}

/** What the person made, newest first. */
export function historyScreen(voice: Voice, view: HistoryView): Screen {
  const { items, kind, words, timeZone } = view;
  const rows = items.map(({ generation, model }) => [
    button(rowLabel(voice, { generation, model }, timeZone), { to: 'open', generation: generation.id }),
  ]);
  const head = words === undefined ? voice.html('history-title') : voice.html('history-found', { words });
  const nothing = kind === 'all' && words === undefined ? 'history-empty' : 'history-none';
  const isEmpty = kind === 'all' && words === undefined && items.length === 0;
  return {
    text: items.length > 0 ? head : `${head}\n\n${voice.html(nothing)}`,
    keyboard: [
      ...rows,
      ...pageButtons(voice, view),
      ...(isEmpty ? [] : kindRows(voice, view)),
      footRow(voice, view),
    ],
  };
}

/** The page of what was looked for, or of everything. */
function pageTap({ words }: HistoryView, kind: HistoryKind, before: string): Tap {
  return { to: words === undefined ? 'history-page' : 'history-found', kind, before };
}

function pageButtons(voice: Voice, view: HistoryView) {
  const { items, kind, more, newer } = view;
  const last = items.at(-1);
  const row = [];
  if (newer) row.push(button(voice.plain('button-previous-page'), pageTap(view, kind, '-')));
  if (more && last)
    row.push(button(voice.plain('button-next-page'), pageTap(view, kind, last.generation.id)));
  return row.length > 0 ? [row] : [];
}

function kindRows(voice: Voice, view: HistoryView) {
  return [
    HISTORY_KINDS.map((each) => {
      const name = voice.plain(`history-kind-${each}`);
      const label = each === view.kind ? voice.plain('form-choice-chosen', { value: name }) : name;
      return button(label, pageTap(view, each, '-'));
    }),
  ];
}

function footRow(voice: Voice, { items, words }: HistoryView) {
  const search = button(voice.plain('button-search'), { to: 'history-search' });
  const back = button(voice.plain('button-back'), { to: 'history' });
  return [...(words === undefined ? [] : [back]), ...(items.length > 0 ? [search] : []), homeButton(voice)];
}

/** Below a result that was opened from the history. */
export function historyRow(voice: Voice, { id }: Generation) {
  return [
    [
      button(voice.plain('button-hide'), { to: 'hide', generation: id }),
      button(voice.plain('button-history'), { to: 'history' }),
    ],
  ];
}

function rowLabel(voice: Voice, { generation, model }: HistoryItem, timeZone: string): string {
  const icon = generation.state === 'delivered' ? modelIcon(model) : stateIcon(generation);
  const date = shortDayText(voice, generation.createdAt, timeZone);
  const name = oneLine(promptOf(generation, model) ?? model?.title ?? generation.modelId, 60);
  return rowText(name, (what) => voice.plain('history-row', { icon, what, date }));
}

function stateIcon({ state }: Generation): string {
  return state === 'failed' ? '❌' : state === 'cancelled' ? '✖️' : '⏳';
}

/** One entry with its state, for a generation that has nothing to show again. */
export function historyItemScreen(
  voice: Voice,
  { generation, model }: HistoryItem,
  timeZone: string,
): Screen {
  const lines = [
    voice.html('history-item', {
      model: model?.title ?? generation.modelId,
      date: dateText(voice, generation.createdAt, timeZone),
      price: priceText(voice, generation),
    }),
    escapeHtml(voice.plain(`history-state-${generation.state}`)),
  ];
  if (generation.failure) lines.push(voice.html(`failure-${generation.failure.code}`));
  const prompt = promptOf(generation, model);
  if (prompt) lines.push(quotation(prompt, 1000));
  const actions = [button(voice.plain('button-again'), { to: 'again', generation: generation.id })];
  const hide = button(voice.plain('button-hide'), { to: 'hide', generation: generation.id });
  // What nobody could be sent (the bot was blocked) is paid for and still to be had.
  if (generation.state === 'delivered' && generation.result?.media.length) {
    actions.push(button(voice.plain('button-original'), { to: 'original', generation: generation.id }));
  }
  return {
    text: lines.join('\n'),
    keyboard: [
      actions,
      ...(isFinal(generation.state) ? [[hide]] : []),
      [button(voice.plain('button-back'), { to: 'history' }), homeButton(voice)],
    ],
  };
}
