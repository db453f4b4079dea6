import { join } from 'node:path';
import type { Database } from '#platform';
import { createTelegramSim, type TelegramSim } from '#sim';
import { testDatabase } from '../test/kit/index.ts';
import { type BotProcess, freePort, startBot, startProcess } from './bot-process.ts';

const echo = join(import.meta.dirname, 'echo-bot.ts');
const tokens = {
  whole: '1000001:bench-token-of-the-whole-bot',
  bare: '1000002:bench-token-of-the-echo-bot',
  wide: '1000003:bench-token-of-the-wide-echo-bot',
} as const;

/** The product; a grammY bot that only echoes; the same, taking one update beside the other. */
export type Side = keyof typeof tokens;
export type Person = ReturnType<TelegramSim['people']['join']>;

/** Each in a process of its own, side by side on one simulated Telegram. */
export interface MeasuredBots extends AsyncDisposable {
  telegram: TelegramSim;
  /** The product's. */
  database: Database;
  /** Where the product listens. */
  ports: { whole: number };
  processes: Record<Side, BotProcess>;
  /** As many newcomers to the bot of this side, who have not written yet. */
  gather(side: Side, count: number): Person[];
}

/** `settings` are the product's beside its addresses and secrets; `prepare` fills its database. */
export async function startBots(
  settings: Record<string, string> = {},
  prepare: (database: Database) => Promise<void> = async () => undefined,
): Promise<MeasuredBots> {
  await using started = new AsyncDisposableStack();
  const bots = Object.entries(tokens).map(([name, token]) => ({
    token,
    username: `${name}_bot`,
    first_name: name,
  }));
  const telegram = started.use(await createTelegramSim({ bots }));
  const database = started.use(await testDatabase('postgres'));
  if (database.engine !== 'postgres') throw new Error('PostgreSQL is needed');
  await prepare(database);
  const port = await freePort();
  const whole = started.use(
    startBot({
      TELEGRAM_BOT_TOKEN: tokens.whole,
      TELEGRAM_API_ROOT: telegram.url,
      KIE_API_KEY: 'bench-key',
      DATABASE_URL: database.url,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      ...settings,
    }),
  );
  const [bare, wide] = (['bare', 'wide'] as const).map((side) =>
    started.use(
      startProcess([echo], {
        TELEGRAM_BOT_TOKEN: tokens[side],
        TELEGRAM_API_ROOT: telegram.url,
        SIDE_BY_SIDE: side === 'wide' ? '1' : '0',
      }),
    ),
  ) as [BotProcess, BotProcess];
  await Promise.all([bare.saw(/polling/), wide.saw(/polling/), whole.saw(/polling begins/)]);
  const all = started.move();
  return {
    telegram,
    database,
    ports: { whole: port },
    processes: { whole, bare, wide },
    gather(side, count) {
      const { people } = telegram.bot(tokens[side]);
      return Array.from({ length: count }, (_, at) => people.join({ first_name: `Person ${at}` }));
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

/** Writes and waits for an answer with buttons. */
export async function say(person: Person, text: string): Promise<void> {
  person.send(text);
  await person.nextMessage(({ reply_markup }) => reply_markup !== undefined, { timeoutMs: 60_000 });
}
