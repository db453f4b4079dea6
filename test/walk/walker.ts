import type { GroupMember, World } from '#sim';
import type { Tap } from '#telegram';
import { faultsOf, type Way, waysFrom } from './screen.ts';

export type Person = ReturnType<World['telegram']['people']['join']>;
export type Message = NonNullable<Person['lastMessage']>;

export interface Walk {
  person: Person | GroupMember;
  /** What was tapped. */
  taps: number;
  screens: number;
  /** Every kind of button that was tapped. */
  tapped: Set<Tap['to']>;
  /** The code of every model that a button led to, an operator's own aside. */
  offered: Set<string>;
  faults: string[];
  /** Lets time pass: nobody taps this fast, and the bot knows. */
  breathe(): void;
  /** Taps only the first and the last of a list of choices. */
  ends: boolean;
}

/** How far a walk goes below a screen. */
export interface Reach {
  /** Buttons that are left alone. */
  not: ReadonlySet<Tap['to']>;
  /** What is tapped before the other buttons of its screen, because those end it. */
  first?: Tap['to'];
  /** What is written where a button asks for words; undefined: nothing, the walk goes back. */
  answer?: (asked: Tap) => string | undefined;
}

/** A form is walked without what spends, ends it, or leads to what is walked by itself. */
export const withinForms: Reach = {
  not: new Set([
    'generate',
    'generate-free',
    'cancel-draft',
    'change-model',
    'home',
    'pack',
    'pack-for',
    'forget',
    'model',
    'language',
    'vary',
    'stop',
    'preset',
    'preset-drop',
    'hide',
    'original',
    'again',
    'new-prompt',
  ]),
};
const CHOICES = new Set<Tap['to']>(['choose', 'part-choose']);
const BREATH_EVERY = 10;
/** Ways out of a screen, the nearest first. */
const BACK: readonly Tap['to'][] = [
  'draft',
  'entry',
  'field',
  'types',
  'history',
  'presets',
  'admin-person',
  'admin-broadcasts',
  'admin-uncertain',
  'admin-unmatched',
  'admin-models',
  'admin-markup',
  'admin-promo',
  'admin',
  'home',
];
/** Never right after a tap on a button that was just drawn. */
const REFUSALS = /outdated|wrong on our side|too fast|устар|быстро/i;

/** Taps, and looks at the answer of the tap alone. */
export async function press(walk: Walk, message: Message, way: Way): Promise<string> {
  walk.taps++;
  walk.tapped.add(way.to);
  if (walk.taps % BREATH_EVERY === 0) walk.breathe();
  const { answered, text = '' } = await walk.person.tapData(message.message_id, way.data);
  if (!answered) walk.faults.push(`no answer: ${nameOf(way)}`);
  else if (REFUSALS.test(text)) walk.faults.push(`refused: ${nameOf(way)}: ${text}`);
  return text;
}

/** Taps; the screen that comes of it. */
export async function tap(walk: Walk, message: Message, way: Way): Promise<Message> {
  const { person } = walk;
  await press(walk, message, way);
  const shown = person.messages.find(({ message_id: id }) => id === message.message_id);
  // A result stays what it is: whatever its buttons lead to comes below.
  const stays = shown?.text === undefined || waysFrom(message).some(({ to }) => to === 'menu');
  const now = stays ? person.lastMessage : shown;
  if (!now) throw new Error(`nothing is left after ${nameOf(way)}`);
  return look(walk, now, nameOf(way));
}

/** Looks at a screen that has come. */
export function look(walk: Walk, screen: Message, after: string): Message {
  walk.screens++;
  for (const fault of faultsOf(screen)) walk.faults.push(`${fault} after ${after}`);
  for (const { tap } of waysFrom(screen))
    if ('model' in tap && !tap.to.startsWith('admin')) walk.offered.add(tap.model);
  return screen;
}

/** Writes something; the screen that answers it, known by a button where other messages may come as well. */
export async function say(walk: Walk, text: string, known?: Tap['to']): Promise<Message> {
  walk.breathe();
  walk.person.send(text);
  return look(walk, await nextScreen(walk, known), text);
}

/** The next message that has buttons, or this one. */
export function nextScreen({ person }: Walk, known?: Tap['to']): Promise<Message> {
  const fits = (it: Message) =>
    known === undefined ? it.reply_markup !== undefined : waysFrom(it).some(({ to }) => to === known);
  return person.nextMessage(fits, { timeoutMs: 30_000 });
}

/** The first button that does this on a screen; one that is missing is a fault. */
export function wayTo(walk: Walk, screen: Message, to: Tap['to'], says = /(?:)/): Way | undefined {
  const way = waysFrom(screen).find((each) => each.to === to && says.test(each.label));
  if (!way) walk.faults.push(`no button "${to}" on: ${(screen.text ?? screen.caption ?? '').slice(0, 60)}`);
  return way;
}

/** Taps the button that does this; undefined where it is missing, which is a fault. */
export async function follow(
  walk: Walk,
  screen: Message,
  to: Tap['to'],
  says?: RegExp,
): Promise<Message | undefined> {
  const way = wayTo(walk, screen, to, says);
  return way && tap(walk, screen, way);
}

/** Walks every button below a screen and comes back; answers where it ended. */
export async function explore(walk: Walk, start: Message, reach: Reach = withinForms): Promise<Message> {
  const seen = new Set<string>();
  let at = start;
  for (let idle = 0; idle < 5; ) {
    const ways = waysFrom(at).filter(({ to }) => !reach.not.has(to));
    const all = wanted(walk, ways).filter(({ key }) => !seen.has(key));
    const fresh = all.find(({ to }) => to === reach.first) ?? all[0];
    const way = fresh ?? wayBack(ways);
    if (!way) return at;
    idle = fresh ? 0 : idle + 1;
    seen.add(way.key);
    at = await tap(walk, at, way);
    const words = fresh && reach.answer?.(way.tap);
    if (words !== undefined) at = await say(walk, words);
  }
  return at;
}

function wanted({ ends }: Walk, ways: Way[]): Way[] {
  const choices = ways.filter(({ to }) => CHOICES.has(to));
  if (!ends || choices.length <= 2) return ways;
  const kept = new Set([choices[0], choices.at(-1)]);
  return ways.filter((way) => !CHOICES.has(way.to) || kept.has(way));
}

function wayBack(ways: Way[]): Way | undefined {
  for (const to of BACK) {
    const way = ways.findLast((candidate) => candidate.to === to);
    if (way) return way;
  }
  return undefined;
}

function nameOf({ label, data }: Way): string {
  return `${label} (${data})`;
}
