import { type Benchmark, type Figure, figure } from './figure.ts';
import { type Person, type Side, say, startBots } from './measured-bots.ts';
import { alternate, type Pair } from './rounds.ts';

/** What each person does in a round: the menu, two screens there and back, and a wish in words, which opens a form. */
const menu = [/Balance/, /Menu/, /Help/, /Menu/] as const;
const texts = ['/start', 'A lighthouse on a cliff at sunset, watercolour'] as const;
const actionsPerRound = menu.length + texts.length;

/** Three bots in processes of their own, side by side on one simulated Telegram; all but one are idle. */
export const messageReply: Benchmark = {
  name: 'reply',
  about:
    'updates answered by the whole bot on PostgreSQL against a bare grammY echo bot, polling, many people',
  async run({ short }) {
    const people = short ? 20 : 50;
    await using bots = await startBots();
    const { processes, gather } = bots;
    const crowds = {
      whole: gather('whole', people),
      bare: gather('bare', people),
      wide: gather('wide', people),
    };
    const rounds = short ? 2 : 9;
    const used: Record<Side, number[]> = { whole: [], bare: [], wide: [] };
    const rate = (side: Side) => async () => {
      const before = await processes[side].processorMs();
      const perSecond = await rateOf(crowds[side], side);
      used[side].push(((await processes[side].processorMs()) - before) / (people * actionsPerRound));
      return perSecond;
    };
    const own = await alternate(rounds, rate('whole'), rate('bare'));
    const wideOnes = await alternate(rounds, rate('whole'), rate('wide'));
    return [
      ...rates('grammY’s own loop', own, 0.3),
      ...rates('updates side by side', wideOnes),
      // The first round of each only warms up.
      figure('processor time of an answer, the whole bot', 'ms', used.whole.slice(1)),
      figure('processor time of an answer, the echo bot', 'ms', used.bare.slice(1)),
    ];
  },
};

function rates(loop: string, pairs: readonly Pair[], atLeast?: number): Figure[] {
  const goal = atLeast === undefined ? {} : { goal: { atLeast } };
  return [
    figure(
      `rate against an echo bot, ${loop}`,
      '×',
      pairs.map(({ ours, bare }) => ours / bare),
      goal,
    ),
    figure(
      'answers of the whole bot beside it',
      '/s',
      pairs.map(({ ours }) => ours),
    ),
  ];
}

/** Answers per second while all act at once, each waiting for an answer before going on. */
async function rateOf(crowd: readonly Person[], side: Side): Promise<number> {
  const labels = side === 'whole' ? menu : menu.map(() => 'More');
  const from = performance.now();
  await Promise.all(crowd.map((person) => act(person, labels)));
  return (crowd.length * actionsPerRound * 1_000) / (performance.now() - from);
}

async function act(person: Person, labels: readonly (string | RegExp)[]): Promise<void> {
  await say(person, texts[0]);
  for (const label of labels) {
    if (!(await person.tap(label)).answered) throw new Error('A tap was not answered');
  }
  await say(person, texts[1]);
}
