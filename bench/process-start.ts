import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTelegramSim } from '#sim';
import { emptyDatabase } from '../test/kit/index.ts';
import { freePort, portOpen, startBot, startProcess, temporaryFolder } from './bot-process.ts';
import { type Benchmark, type Figure, figure } from './figure.ts';

const token = '1000001:bench-token-of-the-starting-bot';
const cli = join(import.meta.dirname, '../src/cli/main.ts');
/** Memory is looked at when what the start left behind has been collected. */
const restMs = 3_000;

interface Start {
  openMs: number;
  answerMs: number;
  processorMs: number;
  megabytes: number;
}

/** A message waits at Telegram before the process begins, as after a deploy. */
export const processStart: Benchmark = {
  name: 'start',
  about: 'a real process from its start to the open port and to the first answer, and its memory',
  async run({ short }) {
    const rounds = short ? 1 : 3;
    const kinds = { postgres: [], again: [], first: [], sandbox: [], node: [] } as {
      [kind in 'postgres' | 'again' | 'first']: Start[];
    } & { sandbox: number[]; node: number[] };
    for (let round = 0; round < rounds; round++) {
      kinds.postgres.push(await startOnPostgres());
      await using folder = await temporaryFolder();
      kinds.first.push(await startOnPglite(folder.path));
      // Too long for the short run.
      if (!short) kinds.again.push(await startOnPglite(folder.path));
      kinds.sandbox.push(await startSandbox());
      kinds.node.push(await startNothing());
    }
    return [
      ...figures('PostgreSQL, new database', kinds.postgres, 250),
      ...figures('PGlite, new folder', kinds.first, 700),
      ...(short ? [] : figures('PGlite, same folder again', kinds.again, 700)),
      figure('sandbox, until it shows its address', 'ms', kinds.sandbox),
      figure('Node itself, `node --print 1`', 'ms', kinds.node),
    ];
  },
};

function figures(what: string, starts: readonly Start[], atMost: number): Figure[] {
  const all = (key: keyof Start) => starts.map((start) => start[key]);
  return [
    figure(`${what}: port open`, 'ms', all('openMs')),
    figure(`${what}: first answer`, 'ms', all('answerMs')),
    figure(`${what}: processor time until then`, 'ms', all('processorMs')),
    figure(`${what}: memory (RSS)`, 'MB', all('megabytes'), { goal: { atMost } }),
  ];
}

async function startOnPostgres(): Promise<Start> {
  await using database = await emptyDatabase('postgres');
  if (database.engine !== 'postgres') throw new Error('PostgreSQL is needed');
  return await start({ DATABASE_URL: database.url });
}

function startOnPglite(folder: string): Promise<Start> {
  return start({ DATA_DIR: join(folder, 'data') });
}

async function start(env: Record<string, string>): Promise<Start> {
  await using telegram = await createTelegramSim({
    bots: [{ token, username: 'start_bot', first_name: 'Start' }],
  });
  const alice = telegram.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const port = await freePort();
  await using bot = startBot({
    ...env,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    KIE_API_KEY: 'bench-key',
    PENDING_UPDATES: 'keep',
    PORT: String(port),
    HOST: '127.0.0.1',
  });
  const ended = bot.saw(/$never/);
  const openMs = await Promise.race([portOpen(port).then(() => performance.now() - bot.startedAt), ended]);
  const answerMs = await Promise.race([
    alice.nextMessage(undefined, { timeoutMs: 120_000 }).then(() => performance.now() - bot.startedAt),
    ended,
  ]);
  const processorMs = await bot.processorMs();
  await delay(restMs);
  const megabytes = await bot.residentMegabytes();
  return { openMs: Number(openMs), answerMs: Number(answerMs), processorMs, megabytes };
}

async function startSandbox(): Promise<number> {
  await using sandbox = startProcess([cli, 'start'], { PORT: '0', LOG_LEVEL: 'error' });
  await sandbox.saw(/Chat with the bot at/);
  return performance.now() - sandbox.startedAt;
}

async function startNothing(): Promise<number> {
  await using node = startProcess(['--print', '1'], {});
  await node.saw(/./);
  return performance.now() - node.startedAt;
}
