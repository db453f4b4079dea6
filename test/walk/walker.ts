import type { World } from '#sim';
import { faultsOf, type Way, waysFrom } from './screen.ts';

type Person = ReturnType<World['telegram']['people']['join']>;
export type Message = NonNullable<Person['lastMessage']>;

export interface Walk {
  person: Person;
  /** What was tapped. */
  taps: number;
  screens: number;
  faults: string[];
  /** Lets time pass: nobody taps this fast, and the bot knows. */
  breathe(): void;
  /** Taps only the first and the last of a list of choices. */
  ends: boolean;
}

/** What the walk leaves alone: it spends, leaves, deletes for good, or leads to what is walked by itself. */
const NOT_TAPPED = new Set([
  'G',
  'X',
  'O',
  'h',
  'F',
  'K',
  'fg',
  'm',
  'L',
  'v',
  's',
  'px',
  'yh',
  'pr',
  'r',
  'a',
  'n',
]);
const CHOICES = new Set(['c', 'pc']);
const BREATH_EVERY = 10;
/** Ways out of a screen, the nearest first. */
const BACK = ['d', 'en', 'f', 't', 'y', 'pl'];
/** Never right after a tap on a button that was just drawn. */
const REFUSALS = /outdated|wrong on our side|too fast|устар|быстро/i;

export async function tap(walk: Walk, message: Message, way: Way): Promise<Message> {
  const { person } = walk;
  walk.taps++;
  if (walk.taps % BREATH_EVERY === 0) walk.breathe();
  const answer = await person.tapData(message.message_id, way.data);
  const where = `${way.label} (${way.data})`;
  if (!answer.answered) walk.faults.push(`no answer: ${where}`);
  else if (REFUSALS.test(answer.text ?? '')) walk.faults.push(`refused: ${where}: ${answer.text}`);
  const shown = person.messages.find(({ message_id: id }) => id === message.message_id);
  // A result stays what it is: whatever its buttons lead to comes below.
  const stays = shown?.text === undefined || waysFrom(message).some(({ code }) => code === 'H');
  const now = stays ? person.lastMessage : shown;
  if (!now) throw new Error(`nothing is left after ${where}`);
  walk.screens++;
  for (const fault of faultsOf(now)) walk.faults.push(`${fault} after ${where}`);
  return now;
}

/** Walks every button below a screen and comes back; answers where it ended. */
export async function explore(walk: Walk, start: Message): Promise<Message> {
  const seen = new Set<string>();
  let at = start;
  for (let idle = 0; idle < 5; ) {
    const ways = waysFrom(at).filter(({ code }) => !NOT_TAPPED.has(code));
    const fresh = wanted(walk, ways).find(({ key }) => !seen.has(key));
    const way = fresh ?? wayBack(ways);
    if (!way) return at;
    idle = fresh ? 0 : idle + 1;
    seen.add(way.key);
    at = await tap(walk, at, way);
  }
  return at;
}

function wanted({ ends }: Walk, ways: Way[]): Way[] {
  const choices = ways.filter(({ code }) => CHOICES.has(code));
  if (!ends || choices.length <= 2) return ways;
  const kept = new Set([choices[0], choices.at(-1)]);
  return ways.filter((way) => !CHOICES.has(way.code) || kept.has(way));
}

function wayBack(ways: Way[]): Way | undefined {
  for (const code of BACK) {
    const way = ways.findLast((candidate) => candidate.code === code);
    if (way) return way;
  }
  return undefined;
}

/** The buttons that end a form, after all others: it has to offer a purchase or the next question, and a way home. */
export async function leave(walk: Walk, form: Message): Promise<void> {
  const ways = waysFrom(form);
  if (!ways.some(({ code, label }) => code === 'G' || (code === 'f' && label.startsWith('✍️'))))
    walk.faults.push(`no confirm on: ${form.text?.slice(0, 60)}`);
  if (!ways.some(({ code }) => code === 'h')) walk.faults.push(`no way home on: ${form.text?.slice(0, 60)}`);
  const cancel = ways.find(({ code }) => code === 'X');
  if (!cancel) {
    walk.faults.push(`no cancel on: ${form.text?.slice(0, 60)}`);
    return;
  }
  const note = await tap(walk, form, cancel);
  const home = waysFrom(note).find(({ code }) => code === 'h');
  if (home) await tap(walk, note, home);
  else walk.faults.push('no way home after cancel');
}
