import { join } from 'node:path';
import type { TelegramSim } from '#sim';
import { testDatabase } from '../test/kit/index.ts';
import { type BotProcess, freePort, startBot, startProcess } from './bot-process.ts';
import { type Benchmark, type Figure, figure } from './figure.ts';
import { alternate, type Pair } from './rounds.ts';
import { telegramOf } from './telegram-of.ts';

const echo = join(import.meta.dirname, 'echo-bot.ts');
const tokens = {
  whole: '1000001:bench-token-of-the-whole-bot',
  bare: '1000002:bench-token-of-the-echo-bot',
  wide: '1000003:bench-token-of-the-wide-echo-bot',
} as const;
type Side = keyof typeof tokens;

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
    await using telegram = await telegramOf(tokens);
    await using database = await testDatabase('postgres');
    if (database.engine !== 'postgres') throw new Error('PostgreSQL is needed');
    await using whole = await startWhole(telegram, database.url);
    await using bare = startEcho(telegram, 'bare');
    await using wide = startEcho(telegram, 'wide');
    await Promise.all([bare.saw(/polling/), wide.saw(/polling/), whole.saw(/polling begins/)]);
    const crowd = (side: Side) => gather(telegram, side, people);
    const rounds = short ? 2 : 9;
    const crowds = { whole: crowd('whole'), bare: crowd('bare'), wide: crowd('wide') };
    const bots = { whole, bare, wide };
    const used: Record<Side, number[]> = { whole: [], bare: [], wide: [] };
    const rate = (side: Side) => async () => {
      const before = await bots[side].processorMs();
      const perSecond = await rateOf(crowds[side], side);
      used[side].push(((await bots[side].processorMs()) - before) / (people * actionsPerRound));
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

async function startWhole(telegram: TelegramSim, databaseUrl: string): Promise<BotProcess> {
  return startBot({
    TELEGRAM_BOT_TOKEN: tokens.whole,
    TELEGRAM_API_ROOT: telegram.url,
    KIE_API_KEY: 'bench-key',
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
  });
}

function startEcho(telegram: TelegramSim, side: 'bare' | 'wide'): BotProcess {
  return startProcess([echo], {
    TELEGRAM_BOT_TOKEN: tokens[side],
    TELEGRAM_API_ROOT: telegram.url,
    SIDE_BY_SIDE: side === 'wide' ? '1' : '0',
  });
}

type Person = ReturnType<TelegramSim['people']['join']>;

function gather(telegram: TelegramSim, side: Side, count: number): Person[] {
  const { people } = telegram.bot(tokens[side]);
  return Array.from({ length: count }, (_, at) => people.join({ first_name: `Person ${at}` }));
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

async function say(person: Person, text: string): Promise<void> {
  person.send(text);
  await person.nextMessage(({ reply_markup }) => reply_markup !== undefined, { timeoutMs: 60_000 });
}
