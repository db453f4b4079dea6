/** Written first in every button; buttons of another version are outdated. */
const VERSION = '1';
const LIMIT_BYTES = 64;

interface Codec<T> {
  write(value: T): string;
  read(text: string): T | undefined;
}

const id: Codec<string> = {
  write: (value) => value,
  read: (text) => (/^[A-Za-z0-9_-]{1,24}$/.test(text) ? text : undefined),
};

const number: Codec<number> = {
  write: (value) => value.toString(36),
  read: (text) => (/^[0-9a-z]{1,9}$/.test(text) ? Number.parseInt(text, 36) : undefined),
};

type View = 'main' | 'more';

const view: Codec<View> = {
  write: (value) => (value === 'more' ? 'm' : 's'),
  read: (text) => (text === 'm' ? 'more' : text === 's' ? 'main' : undefined),
};

const draftArgs = { draft: id, revision: number };

/**
 * Every button of the bot: its name, its code on the wire and what it carries. `draft` and `generation`
 * are row ids, `model`, `field` and `value` short codes, `page` counts from 0.
 */
const taps = {
  home: { code: 'h', args: {} },
  menu: { code: 'H', args: {} },
  example: { code: 'e', args: { example: number } },
  types: { code: 't', args: {} },
  type: { code: 'T', args: { type: id, page: number } },
  model: { code: 'm', args: { model: id } },
  shelf: { code: 'sh', args: { shelf: id, page: number } },
  'model-search': { code: 'ms', args: {} },
  presets: { code: 'pl', args: { page: number } },
  preset: { code: 'pr', args: { preset: id } },
  'preset-drop': { code: 'px', args: { preset: id } },
  balance: { code: 'b', args: {} },
  pack: { code: 'K', args: { stars: number } },
  subscribe: { code: 'S', args: { stars: number } },
  'subscription-stop': { code: 'z', args: { subscription: id } },
  'subscription-resume': { code: 'Z', args: { subscription: id } },
  history: { code: 'y', args: {} },
  'history-page': { code: 'Y', args: { kind: id, before: id } },
  'history-search': { code: 'ys', args: {} },
  'history-found': { code: 'yf', args: { kind: id, before: id } },
  hide: { code: 'yh', args: { generation: id } },
  help: { code: 'i', args: {} },
  languages: { code: 'l', args: {} },
  language: { code: 'L', args: { locale: id } },
  forget: { code: 'fg', args: {} },
  idle: { code: '-', args: {} },

  draft: { code: 'd', args: { ...draftArgs, view } },
  field: { code: 'f', args: { ...draftArgs, field: id, page: number } },
  choose: { code: 'c', args: { ...draftArgs, field: id, value: id } },
  toggle: { code: 'g', args: { ...draftArgs, field: id, view } },
  clear: { code: 'x', args: { ...draftArgs, field: id } },
  entry: { code: 'en', args: { ...draftArgs, field: id, index: number } },
  'entry-add': { code: 'ea', args: { ...draftArgs, field: id } },
  'entry-drop': { code: 'ed', args: { ...draftArgs, field: id, index: number } },
  part: { code: 'pt', args: { ...draftArgs, field: id, index: number, part: id, page: number } },
  'part-choose': { code: 'pc', args: { ...draftArgs, field: id, index: number, part: id, value: id } },
  'part-clear': { code: 'pz', args: { ...draftArgs, field: id, index: number, part: id } },
  'other-models': { code: 'o', args: { ...draftArgs, page: number } },
  'change-model': { code: 'O', args: { ...draftArgs, model: id } },
  generate: { code: 'G', args: { ...draftArgs, credits: number } },
  'generate-free': { code: 'W', args: { ...draftArgs, credits: number } },
  'cancel-draft': { code: 'X', args: draftArgs },
  favourite: { code: 'fv', args: draftArgs },
  'save-preset': { code: 'ps', args: draftArgs },
  'pack-for': { code: 'F', args: { ...draftArgs, credits: number, stars: number } },

  'use-files': { code: 'u', args: { files: id, type: id } },
  'use-tool': { code: 'ut', args: { files: id, model: id } },

  admin: { code: 'ad', args: {} },
  'admin-ask': { code: 'aa', args: { about: id } },
  'admin-person': { code: 'ap', args: { person: number } },
  'admin-credits': { code: 'ac', args: { person: number, how: id } },
  'admin-act': { code: 'aC', args: { act: id, reason: id } },
  'admin-act-told': { code: 'at', args: { act: id } },
  'admin-block': { code: 'ab', args: { person: number } },
  'admin-unblock': { code: 'au', args: { person: number } },
  'admin-payment': { code: 'ay', args: { person: number, charge: id } },
  'admin-unmatched': { code: 'aY', args: {} },
  'admin-credit': { code: 'ag', args: { person: number, charge: id, credits: number } },
  'admin-refund': { code: 'aR', args: { person: number, charge: id } },
  'admin-models': { code: 'aM', args: {} },
  'admin-model': { code: 'am', args: { model: id } },
  'admin-switch': { code: 'as', args: { model: id, how: id } },
  'admin-markup': { code: 'ak', args: {} },
  'admin-markup-reset': { code: 'aK', args: {} },
  'admin-promo': { code: 'ao', args: {} },
  'admin-promo-close': { code: 'aO', args: { promo: id } },
  'admin-broadcasts': { code: 'aB', args: {} },
  'admin-broadcast': { code: 'ax', args: { broadcast: number } },
  'admin-audience': { code: 'aX', args: { broadcast: number, locale: id, days: number } },
  'admin-broadcast-do': { code: 'aE', args: { broadcast: number, how: id } },
  'admin-uncertain': { code: 'aU', args: {} },
  'admin-purchase': { code: 'aP', args: { generation: id } },
  'admin-desk': { code: 'aD', args: {} },
  'admin-log': { code: 'al', args: { before: number } },

  'uncertain-attach': { code: 'A', args: { generation: id } },
  'uncertain-retry': { code: 'R', args: { generation: id } },
  'uncertain-release': { code: 'Q', args: { generation: id } },

  stop: { code: 's', args: { generation: id } },
  open: { code: 'p', args: { generation: id } },
  again: { code: 'a', args: { generation: id } },
  'new-prompt': { code: 'n', args: { generation: id } },
  original: { code: 'r', args: { generation: id } },
  vary: { code: 'v', args: { generation: id, credits: number } },
  pick: { code: 'P', args: { generation: id, index: number } },
  uses: { code: 'us', args: { generation: id, index: number } },
  'go-on': { code: 'go', args: { generation: id, index: number, model: id } },
  'use-result': { code: 'U', args: { generation: id, type: id, index: number } },
} as const satisfies Record<
  string,
  { code: string; args: Record<string, Codec<string> | Codec<number> | Codec<View>> }
>;

type ValueOf<C> = C extends Codec<infer T> ? T : never;
type Taps = typeof taps;

/** A tap on a button: `to` says which, the rest is what it carries. */
export type Tap = {
  [Name in keyof Taps]: { to: Name } & {
    [Arg in keyof Taps[Name]['args']]: ValueOf<Taps[Name]['args'][Arg]>;
  };
}[keyof Taps];

export type TapOf<Name extends Tap['to']> = Extract<Tap, { to: Name }>;

/** Every button's name. */
export const tapNames = Object.keys(taps) as Tap['to'][];

/** The button's `callback_data`. @throws Error beyond Telegram's 64 bytes */
export function packTap(tap: Tap): string {
  const { code, args } = taps[tap.to];
  const carried: Record<string, unknown> = tap;
  const parts = Object.entries(args).map(([name, codec]) => writeArg(codec, carried[name]));
  const data = [`${VERSION}${code}`, ...parts].join(':');
  if (Buffer.byteLength(data) > LIMIT_BYTES)
    throw new Error(`Button data of "${tap.to}" exceeds ${LIMIT_BYTES} bytes`);
  return data;
}

/** Reads a button's data; null for anything this version does not write: another version's, a forged one. */
export function parseTap(data: string): Tap | null {
  const [head = '', ...parts] = data.split(':');
  const found = Object.entries(taps).find(([, { code }]) => head === `${VERSION}${code}`);
  if (!found) return null;
  const [to, { args }] = found;
  const names = Object.entries(args);
  if (names.length !== parts.length) return null;
  const tap: Record<string, unknown> = { to };
  for (const [index, [name, codec]] of names.entries()) {
    const value = codec.read(parts[index] ?? '');
    if (value === undefined) return null;
    tap[name] = value;
  }
  return tap as Tap;
}

function writeArg(
  codec: { write(value: never): string; read(text: string): unknown },
  value: unknown,
): string {
  const text = codec.write(value as never);
  if (codec.read(text) === undefined) throw new Error(`A button cannot carry ${JSON.stringify(value)}`);
  return text;
}
