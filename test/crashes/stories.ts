import type { Message } from 'grammy/types';
import type { KieSim, TelegramSim } from '#sim';
import type { EngineName } from '../kit/index.ts';

type Person = ReturnType<TelegramSim['people']['join']>;

/** One person with one wish; `ticket` stands in every prompt, so that kie.ai's tasks tell whose they are. */
export interface Visitor {
  person: Person;
  ticket: string;
  kie: KieSim;
  telegram: TelegramSim;
  /** How long the person waits for the bot to go on; many deaths in a row may keep it from answering for minutes. */
  patience?: { timeoutMs: number };
}

export type Ending = 'delivered' | 'failed' | 'cancelled';

/** What a person does, and what must come of it, however often the product dies meanwhile. */
export interface Story {
  /** Goes on through deaths of the product by itself: what is sent waits at Telegram. */
  act(visitor: Visitor): Promise<void>;
  ending: Ending;
  /** Messages that carry the result; `together` of them make one part, sent in one call. */
  arrives: { kind: 'photo' | 'audio' | 'video' | 'text'; count: number; together?: number };
  /** The chat never shows the end, because the person has closed it. */
  unseen?: true;
  /** Its status is a message of its own, which a death may leave behind. */
  mayLeaveStatus?: true;
}

/** Longer than a few starts of the product on a busy machine. */
const PATIENCE = { timeoutMs: 120_000 };
const openStatus = /^(⏳|⏸|🎛|🐢|📦|🔍)/u;
export const endStatus = /^(❌|✖️)/u;
export const confirmButton = /Generate · \d+ 💎/;

/** Waits for a button and taps it, without waiting for the answer: the product may be dead. */
async function tap({ person, patience = PATIENCE }: Visitor, label: RegExp): Promise<void> {
  const button = await person.until(() => person.findButton(label), patience);
  void person.tapAt(button.message_id, button.row, button.column);
}

/**
 * Taps the button that spends, and again when nothing comes of it. Always the same form while it stands: a death may
 * have made a second one of the same message, and who taps both orders twice.
 */
async function confirm({ person, patience = PATIENCE }: Visitor): Promise<void> {
  let form: number | undefined;
  for (const from = performance.now(); performance.now() - from < patience.timeoutMs; ) {
    const look = () => person.findButton(confirmButton, form) ?? person.findButton(confirmButton);
    const button = await person.until(look, patience);
    form = button.message_id;
    void person.tapAt(button.message_id, button.row, button.column);
    if (await person.until(() => hasBegun(person), { timeoutMs: 15_000 }).catch(() => false)) return;
  }
  throw new Error('the form could not be confirmed');
}

/** Whether the chat shows a status, an end or a result. */
function hasBegun(person: Person): boolean {
  return person.messages.filter(byBot).some((message) => {
    const words = message.text ?? '';
    const result = (['photo', 'audio', 'text'] as const).some((kind) => carries(message, kind));
    return result || openStatus.test(words) || endStatus.test(words);
  });
}

async function openModel(visitor: Visitor, query: string, button: RegExp): Promise<void> {
  visitor.person.send(`/models ${query}`);
  await tap(visitor, button);
  const { person, patience = PATIENCE } = visitor;
  await person.until(() => person.messages.some(asksForWords), patience);
  person.send(`a lighthouse ${visitor.ticket}`);
}

/** A form that still lacks something cannot be confirmed yet. */
function asksForWords(message: Message): boolean {
  const labels = (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  return labels.some((text) => /Cancel/.test(text)) && !labels.some((text) => confirmButton.test(text));
}

async function askForPicture(visitor: Visitor, extra = ''): Promise<void> {
  visitor.person.send(`a lighthouse ${visitor.ticket}${extra}`);
  await confirm(visitor);
}

async function askToEdit(visitor: Visitor): Promise<void> {
  const caption = `more light ${visitor.ticket}`;
  visitor.person.sendFiles([{ kind: 'photo', bytes: pngHead(800, 600), caption }]);
  await confirm(visitor);
}

const onePhoto = { kind: 'photo', count: 1 } as const;

export const stories = {
  picture: { act: askForPicture, ending: 'delivered', arrives: onePhoto },
  album: {
    async act(visitor) {
      await openModel(visitor, 'wan 2.7', /Wan 2\.7 Image ·/);
      await confirm(visitor);
    },
    ending: 'delivered',
    arrives: { kind: 'photo', count: 4, together: 4 },
  },
  songs: {
    async act(visitor) {
      await openModel(visitor, 'generate music', /Generate Music/);
      await confirm(visitor);
    },
    ending: 'delivered',
    arrives: { kind: 'audio', count: 2 },
  },
  lyrics: {
    async act(visitor) {
      await openModel(visitor, 'lyrics', /Generate Lyrics/);
      await confirm(visitor);
    },
    ending: 'delivered',
    arrives: { kind: 'text', count: 1 },
  },
  edit: { act: askToEdit, ending: 'delivered', arrives: onePhoto },
  'person blocks the bot': {
    async act(visitor) {
      await askForPicture(visitor);
      visitor.person.block();
    },
    ending: 'delivered',
    arrives: { kind: 'photo', count: 0 },
    unseen: true,
  },
  'file is gone': {
    act(visitor) {
      const description = 'Bad Request: wrong file_id or the file is temporarily unavailable';
      visitor.telegram.fault({ method: 'getFile', kind: 'error', status: 400, description });
      return askToEdit(visitor);
    },
    ending: 'failed',
    arrives: { kind: 'photo', count: 0 },
  },
  'task fails': {
    act: (visitor) => askForPicture(visitor, ' !fail'),
    ending: 'failed',
    arrives: { kind: 'photo', count: 0 },
  },
  'order is refused': {
    act: (visitor) => askForPicture(visitor, ' !paused'),
    ending: 'failed',
    arrives: { kind: 'photo', count: 0 },
  },
  'kie.ai is busy': {
    act(visitor) {
      visitor.kie.scenario.next('createTask', { kind: 'refuse', code: 429 }, { prompt: visitor.ticket });
      return askForPicture(visitor);
    },
    ending: 'delivered',
    arrives: onePhoto,
  },
  'callback is lost': {
    act: (visitor) => askForPicture(visitor, ' !lost'),
    ending: 'delivered',
    arrives: onePhoto,
  },
  'answer is lost': {
    act: (visitor) => askForPicture(visitor, ' !drop'),
    ending: 'delivered',
    arrives: onePhoto,
  },
  'account is empty': {
    async act(visitor) {
      const { person, kie, ticket, patience = PATIENCE } = visitor;
      kie.scenario.next('createTask', { kind: 'refuse', code: 402 }, { prompt: ticket });
      await askForPicture(visitor);
      await person.until(() => person.messages.some(({ text }) => text?.startsWith('⏸')), patience);
      kie.credits.set(kie.credits.balance + 1_000);
    },
    ending: 'delivered',
    arrives: onePhoto,
  },
  'person cancels': {
    async act(visitor) {
      const busy = { kind: 'refuse', code: 429, retryAfter: 300 } as const;
      visitor.kie.scenario.next('createTask', busy, { prompt: visitor.ticket });
      await askForPicture(visitor);
      await tap(visitor, /✖️ Cancel/);
    },
    ending: 'cancelled',
    arrives: { kind: 'photo', count: 0 },
  },
} as const satisfies Record<string, Story>;

export type StoryName = keyof typeof stories;

export function storyOf(name: StoryName): Story {
  return stories[name];
}

/** Whether a status stands in the chat that is not the last word. */
function isOpen({ person }: Visitor): boolean {
  return person.messages.some((message) => byBot(message) && openStatus.test(message.text ?? ''));
}

/** Whether the chat shows the end: the whole result without a status, or the word that it came to nothing. */
export function showsTheEnd(visitor: Visitor, story: Story): boolean {
  const { person } = visitor;
  const words = person.messages.filter(byBot).map((message) => message.text ?? '');
  if (isOpen(visitor) && !story.mayLeaveStatus) return false;
  return story.ending === 'delivered'
    ? arrived(person, story).length >= story.arrives.count
    : words.some((text) => endStatus.test(text));
}

/** The messages of the result that reached the person, duplicates included. */
export function arrived(person: Person, { arrives }: Story): Message[] {
  return person.messages.filter((message) => byBot(message) && carries(message, arrives.kind));
}

function carries(message: Message, kind: Story['arrives']['kind']): boolean {
  if (kind !== 'text') return message[kind] !== undefined;
  return message.text?.includes('[Verse') === true || /\n———\n/.test(message.text ?? '');
}

function byBot(message: Message): boolean {
  return message.from?.is_bot === true;
}

/** The head of a PNG of the given size: enough for whoever only measures it. */
function pngHead(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A name that tells engine and point apart in logs. */
export function ticketOf(engine: EngineName, number: number): string {
  return `ticket-${engine}-${String(number).padStart(4, '0')}`;
}
