import { modelIcon, promptOf } from '#forms';
import type { Generation } from '#generation';
import type { Model } from '#registry';
import { escapeHtml, oneLine, quotation } from './html.ts';
import { homeButton } from './models.ts';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText } from './words.ts';

export interface HistoryItem {
  generation: Generation;
  model: Model | undefined;
}

export interface HistoryView {
  items: readonly HistoryItem[];
  /** Whether older ones follow. */
  more: boolean;
  /** Whether newer ones precede. */
  newer: boolean;
  timeZone: string;
}

/** What the person made, newest first. */
export function historyScreen(voice: Voice, { items, more, newer, timeZone }: HistoryView): Screen {
  if (items.length === 0) return { text: voice.html('history-empty'), keyboard: [[homeButton(voice)]] };
  const keyboard = items.map(({ generation, model }) => [
    button(rowLabel(voice, { generation, model }, timeZone), { to: 'open', generation: generation.id }),
  ]);
  const last = items.at(-1);
  const pages = [];
  if (newer) pages.push(button(voice.plain('button-previous-page'), { to: 'history' }));
  if (more && last)
    pages.push(button(voice.plain('button-next-page'), { to: 'history-page', before: last.generation.id }));
  if (pages.length > 0) keyboard.push(pages);
  return { text: voice.html('history-title'), keyboard: [...keyboard, [homeButton(voice)]] };
}

function rowLabel(voice: Voice, { generation, model }: HistoryItem, timeZone: string): string {
  const values = {
    icon: generation.state === 'delivered' ? modelIcon(model) : stateIcon(generation),
    what: oneLine(promptOf(generation, model) ?? model?.title ?? generation.modelId, 32),
    date: dateText(voice, generation.createdAt, timeZone),
  };
  return voice.plain('history-row', values);
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
      price: generation.price,
    }),
    escapeHtml(voice.plain(`history-state-${generation.state}`)),
  ];
  if (generation.failure) lines.push(voice.html(`failure-${generation.failure.code}`));
  const prompt = promptOf(generation, model);
  if (prompt) lines.push(quotation(prompt, 1000));
  const actions = [button(voice.plain('button-again'), { to: 'again', generation: generation.id })];
  // What nobody could be sent (the bot was blocked) is paid for and still to be had.
  if (generation.state === 'delivered' && generation.result?.media.length) {
    actions.push(button(voice.plain('button-original'), { to: 'original', generation: generation.id }));
  }
  return {
    text: lines.join('\n'),
    keyboard: [actions, [button(voice.plain('button-back'), { to: 'history' }), homeButton(voice)]],
  };
}
