import { setTimeout as delay } from 'node:timers/promises';
import { type Benchmark, type Figure, figure, quantile } from './figure.ts';
import { type MeasuredBots, type Person, type Side, say, startBots } from './measured-bots.ts';
import { alternate, type Pair } from './rounds.ts';

const people = 100;
/** Through the menu, into a form, where something is chosen, and back: the buttons in this order. */
const tour = [
  ...[/🎨 Picture/, /Nano Banana 2 Lite/, /^Proportions/, /16:9/, /More settings/, /Menu/],
  ...[/Balance/, /Menu/, /History/, /Menu/],
] as const;

interface Round {
  p50: number;
  p99: number;
  /** Milliseconds of the bot's processor for each tap. */
  processor: number;
}

/** How long a person waits for a button that was tapped. */
export const taps: Benchmark = {
  name: 'taps',
  about: `a tap until its answer, ${people} people active at once, against a bare grammY handler that edits a message`,
  heavy: true,
  async run({ short }) {
    await using bots = await startBots();
    const crowd = { whole: await welcomed(bots, 'whole'), bare: await welcomed(bots, 'bare') };
    const rounds: Record<'whole' | 'bare', Round[]> = { whole: [], bare: [] };
    const run = (side: 'whole' | 'bare') => async () => {
      const round = await tapAll(bots, side, crowd[side], short ? 100 : 1_000);
      rounds[side].push(round);
      return round.p50;
    };
    const pairs = await alternate(short ? 1 : 9, run('whole'), run('bare'));
    return [
      ratio(pairs),
      ...figures(rounds.whole, 'the whole bot'),
      ...figures(rounds.bare, 'the bare handler'),
    ];
  },
};

async function welcomed(bots: MeasuredBots, side: Side): Promise<Person[]> {
  const crowd = bots.gather(side, people);
  await Promise.all(crowd.map((person) => say(person, '/start')));
  return crowd;
}

async function tapAll(
  { processes }: MeasuredBots,
  side: Side,
  crowd: readonly Person[],
  // A person looks at what came before tapping again.
  pauseMs: number,
): Promise<Round> {
  const labels = side === 'whole' ? tour : tour.map(() => /More/);
  const waits: number[] = [];
  const before = await processes[side].processorMs();
  const one = async (person: Person, at: number) => {
    await delay((at * pauseMs) / crowd.length);
    for (const label of labels) {
      const from = performance.now();
      if (!(await person.tap(label)).answered) throw new Error(`A tap on ${label} was not answered`);
      waits.push(performance.now() - from);
      await delay(pauseMs);
    }
  };
  await Promise.all(crowd.map(one));
  const processor = ((await processes[side].processorMs()) - before) / waits.length;
  return { p50: quantile(waits, 0.5), p99: quantile(waits, 0.99), processor };
}

function ratio(pairs: readonly Pair[]): Figure {
  const values = pairs.map(({ ours, bare }) => ours / bare);
  return figure('p50 against the bare handler', '×', values, { goal: { atMost: 3 } });
}

/** The first round only warms up. */
function figures(rounds: readonly Round[], who: string): Figure[] {
  const all = (key: keyof Round) => rounds.slice(1).map((round) => round[key]);
  return [
    figure(`${who}: p50`, 'ms', all('p50')),
    figure(`${who}: p99`, 'ms', all('p99')),
    figure(`${who}: processor time of a tap`, 'ms', all('processor')),
  ];
}
