import { type Benchmark, type Figure, figure, quantile } from './figure.ts';
import { type MeasuredBots, type Person, type Side, say, startBots } from './measured-bots.ts';

/** So many of the people do something at any moment; each waits for the answer. */
const AT_ONCE = 16;

/** A crowd that taps through menus (70 %), writes wishes (20 %) and looks at its history (10 %). */
export const load: Benchmark = {
  name: 'load',
  about:
    'many people with mixed actions on PostgreSQL against a bare grammY echo bot, each bot in a process of its own',
  heavy: true,
  async run({ short }) {
    const people = short ? 100 : 1_000;
    const seconds = short ? 5 : 300;
    await using bots = await startBots();
    const echoed = await press(bots, 'bare', people, seconds / (short ? 1 : 5));
    const answered = await press(bots, 'whole', people, seconds);
    return [...figuresOf(answered), ...ratios(answered, echoed), await burst(bots, short ? 300 : 5_000)];
  },
};

interface Pressed {
  perSecond: number;
  waits: number[];
  /** Resident memory in MB after a fifth of the time (the second minute of five), and at the end. */
  memory: { early: number; late: number };
}

async function press(bots: MeasuredBots, side: Side, count: number, seconds: number): Promise<Pressed> {
  const bot = bots.processes[side];
  const crowd = bots.gather(side, count);
  for (let from = 0; from < count; from += AT_ONCE)
    await Promise.all(crowd.slice(from, from + AT_ONCE).map((person) => say(person, '/start')));
  const waits: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  let early = 0;
  let next = 0;
  const actor = async () => {
    while (performance.now() < until) {
      // Nobody acts twice at once: whoever is next acted long ago.
      const person = crowd[next++ % count];
      if (!person) return;
      const from = performance.now();
      await act(person, side, next);
      waits.push(performance.now() - from);
      if (early === 0 && performance.now() - began > seconds * 200) early = await bot.residentMegabytes();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, actor));
  const perSecond = (waits.length * 1_000) / (performance.now() - began);
  return { perSecond, waits, memory: { early, late: await bot.residentMegabytes() } };
}

async function act(person: Person, side: Side, turn: number): Promise<void> {
  const kind = turn % 10;
  if (kind < 7) {
    const label = side === 'bare' ? 'More' : person.findButton(/Balance/) ? /Balance/ : /Menu/;
    if (!(await person.tap(label)).answered) throw new Error('A tap was not answered');
  } else
    await say(person, kind < 9 ? 'A lighthouse on a cliff at sunset' : side === 'bare' ? 'more' : '/start');
}

/** Messages that have piled up while nobody listened: a webhook nobody serves stands for the outage. */
async function burst({ telegram, gather }: MeasuredBots, count: number): Promise<Figure> {
  const crowd = gather('whole', 100);
  const outage = telegram.fault({ method: 'getUpdates', kind: 'server_error' });
  for (let at = 0; at < count; at++)
    crowd[at % crowd.length]?.send(`/models zz${Math.floor(at / crowd.length)}`);
  outage();
  const from = performance.now();
  const each = Math.floor(count / crowd.length);
  for (const person of crowd) {
    const last = new RegExp(`zz${each - 1}\\b`);
    await person.until(() => answers(person).some((text) => last.test(text)), { timeoutMs: 600_000 });
    const numbers = answers(person).flatMap((text) =>
      [...text.matchAll(/zz(\d+)/g)].map((match) => Number(match[1])),
    );
    if (numbers.some((number, at) => number !== at))
      throw new Error('A burst was answered out of order, or not once');
  }
  const perSecond = (count * 1_000) / (performance.now() - from);
  return figure(`a burst of ${count} after an outage, answered in order`, '/s', [perSecond]);
}

function answers(person: Person): string[] {
  return person.messages.filter(({ from }) => from?.is_bot).map(({ text = '' }) => text);
}

function figuresOf({ perSecond, waits, memory }: Pressed): Figure[] {
  return [
    figure('answers of the whole bot', '/s', [perSecond]),
    ...[0.5, 0.95, 0.99].map((share) =>
      figure(
        `time to the answer, p${share * 100}`,
        'ms',
        [quantile(waits, share)],
        share === 0.99 ? { goal: { atMost: 250 } } : {},
      ),
    ),
    figure('memory at the end against early', '×', [memory.late / memory.early], { goal: { atMost: 1.05 } }),
  ];
}

function ratios(ours: Pressed, bare: Pressed): Figure[] {
  return [
    figure('rate against the echo bot', '×', [ours.perSecond / bare.perSecond], { goal: { atLeast: 0.35 } }),
    figure('time to the answer of the echo bot, p99', 'ms', [quantile(bare.waits, 0.99)]),
  ];
}
