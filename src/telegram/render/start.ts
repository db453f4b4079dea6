import type { InlineKeyboardButton } from 'grammy/types';
import { type TypeCount, typeName, wishes } from '#forms';
import { clip } from './html.ts';
import { button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

export const EXAMPLES = [1, 2, 3] as const;

export interface StartView {
  name: string;
  credits: number;
  /** Credits given at the first meeting just now. */
  welcomeCredits?: number;
  types: readonly TypeCount[];
  /** Where the Mini App is; null: there is none. */
  miniAppUrl: string | null;
  /** Whether this is the first look: then the rules stand below. */
  isNew: boolean;
  /** Whether the person has made something already: then the ways back to it stand where the examples were. */
  isBack: boolean;
}

/** The first screen: say what you want, or tap. */
export function startScreen(voice: Voice, view: StartView): Screen {
  const hello = [voice.html('start-hello', { name: clip(view.name, 64) })];
  if (view.welcomeCredits) {
    hello.push(
      voice.html('start-welcome-credits', {
        credits: voice.plain('credits', { count: view.welcomeCredits }),
      }),
    );
  }
  const text = [
    ...hello,
    '',
    voice.html('start-what'),
    '',
    voice.html('start-balance', { count: view.credits }),
    ...(view.isNew ? ['', voice.html('start-rules')] : []),
    ...(view.isBack ? [] : ['', voice.html('start-examples')]),
  ].join('\n');
  const first = view.isBack ? backRows(voice) : exampleRows(voice);
  return {
    text,
    keyboard: [...first, ...miniAppRow(voice, view), ...wishRows(voice, view.types), ...footRows(voice)],
  };
}

function miniAppRow(voice: Voice, { miniAppUrl: url }: StartView): InlineKeyboardButton[][] {
  return url === null ? [] : [[{ text: voice.plain('button-mini-app'), web_app: { url } }]];
}

/** To models one has used, and to forms one has kept. */
function backRows(voice: Voice) {
  return fitted([
    button(voice.plain('shelf-recent'), { to: 'shelf', shelf: 'recent', page: 0 }),
    button(voice.plain('shelf-favourites'), { to: 'shelf', shelf: 'favourites', page: 0 }),
    button(voice.plain('button-presets'), { to: 'presets', page: 0 }),
  ]);
}

function exampleRows(voice: Voice) {
  return EXAMPLES.map((example) => [button(voice.plain(`example-${example}`), { to: 'example', example })]);
}

/** What most people come for; everything else is one tap away under "All models". */
function wishRows(voice: Voice, types: readonly TypeCount[]) {
  const offered = new Set(types.map(({ type }) => type));
  const shown = wishes.filter((type) => offered.has(type));
  const buttons = shown.map((type) => button(voice.plain(`wish-${type}`), { to: 'type', type, page: 0 }));
  return [
    ...fitted(buttons),
    ...fitted([
      button(voice.plain('button-models'), { to: 'types' }),
      button(voice.plain('button-search'), { to: 'model-search' }),
    ]),
  ];
}

/** All types with the number of models. */
export function typeRows(voice: Voice, types: readonly TypeCount[]) {
  const buttons = types.map(({ type, count }) =>
    button(voice.plain('type-count', { name: typeName(voice, type), count }), { to: 'type', type, page: 0 }),
  );
  return fitted(buttons);
}

function footRows(voice: Voice) {
  return [
    [
      button(voice.plain('button-balance'), { to: 'balance' }),
      button(voice.plain('button-history'), { to: 'history' }),
    ],
    [
      button(voice.plain('button-help'), { to: 'help' }),
      button(voice.plain('button-language'), { to: 'languages' }),
    ],
  ];
}
