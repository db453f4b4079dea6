import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createGenerations, defaultGenerationConfig, generationJobs } from '#generation';
import { KieClient, pollDelay } from '#kie';
import { meet } from '#people';
import { type Clock, createQueue, type Database } from '#platform';
import { loadRegistry } from '#registry';
import { silentLog, testDatabase } from '../test/kit/index.ts';
import { type Benchmark, figure } from './figure.ts';
import { plainModel } from './product-rate.ts';

/** As kie.ai lets them in: two a second, so that the oldest has run for 83 minutes. */
const bornEveryMs = 500;
/** The sweep looks once a second. */
const roundMs = 1_000;

/** Time is virtual and stands still during a round; a round that takes less than its second keeps the rhythm. */
export const runningTasks: Benchmark = {
  name: 'running',
  about: 'the sweep of the product over many generations that run at kie.ai at once, on PostgreSQL',
  heavy: true,
  async run({ short }) {
    const [count, seconds] = short ? [500, 5] : [10_000, 60];
    await using database = await testDatabase('postgres');
    await using world = await startSweeping(database, count);
    // What fell due while everything was built up, and what is loaded and compiled only once.
    for (let second = 0; second < 20; second++) await world.second();
    world.forget();
    const [cpu, wall]: [number[], number[]] = [[], []];
    for (let second = 0; second < seconds; second++) {
      const spent = await world.second();
      cpu.push(spent.cpuMs / roundMs);
      wall.push(spent.wallMs / roundMs);
    }
    const { polls, early, late } = world.rhythm();
    const of = `${count.toLocaleString('en')} running, ${Math.round(polls / seconds)} polls a second`;
    return [
      figure('processor of the sweep, of one core', '×', cpu, { note: of }),
      figure('wall clock of a second of the sweep', '×', wall, { goal: { atMost: 1 } }),
      figure('polls that came before the rhythm allows', '', [early], { goal: { atMost: 0 } }),
      figure('polls more than one round behind it', '', [late], { goal: { atMost: 0 } }),
      figure('memory of the process (RSS)', 'MB', [process.memoryUsage.rss() / 1e6]),
    ];
  },
};

interface Sweeping extends AsyncDisposable {
  /** One second passes, and everything due is looked at. */
  second(): Promise<{ cpuMs: number; wallMs: number }>;
  /** How often kie.ai was asked since `forget`, and how often too early or too late. */
  rhythm(): { polls: number; early: number; late: number };
  forget(): void;
}

async function startSweeping(database: Database, count: number): Promise<Sweeping> {
  const model = plainModel(loadRegistry().offered()).id;
  const clock = createHandClock();
  const watch = createWatch(clock, count);
  await fill(database, count, model, clock.now());
  const server = fork(join(import.meta.dirname, 'running-server.ts'));
  const [port] = await once(server, 'message');
  const queue = createQueue({ database, log: silentLog, jobs: generationJobs });
  await queue.start();
  const generations = createGenerations({
    ...{ database, queue, clock, log: silentLog, registry: loadRegistry() },
    kie: new KieClient({
      apiKey: 'bench-key',
      baseUrl: `http://127.0.0.1:${port}`,
      allowHosts: [`127.0.0.1:${port}`],
      fetch: (address, options) => {
        watch.note(String(address));
        return fetch(address, options);
      },
    }),
    messenger: { showStatus: async () => 1, sendPart: () => Promise.reject(new Error('Nothing ends here')) },
    operators: { alert: async () => undefined },
    attachmentSource: { open: () => Promise.reject(new Error('There are no attachments here')) },
    config: defaultGenerationConfig,
  });
  return {
    ...watch,
    async second() {
      clock.pass(roundMs);
      const [cpu, from] = [process.cpuUsage(), performance.now()];
      while ((await generations.sweepOnce()) > 0);
      const { user, system } = process.cpuUsage(cpu);
      return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - from };
    },
    async [Symbol.asyncDispose]() {
      server.disconnect();
      await queue.stop();
    },
  };
}

function createHandClock(): Clock & { pass(ms: number): void } {
  let time = Date.now();
  return {
    now: () => new Date(time),
    sleep: () => Promise.reject(new Error('Nobody sleeps here')),
    pass: (ms) => {
      time += ms;
    },
  };
}

/** Notes when each task was asked for; task `n` was born `n` times `bornEveryMs` before the beginning. */
function createWatch(clock: Clock, count: number) {
  const begin = clock.now().getTime();
  const last = new Array<number | undefined>(count + 1);
  let [polls, early, late] = [0, 0, 0];
  return {
    note(address: string) {
      const number = Number(new URL(address).searchParams.get('taskId'));
      const [now, before] = [clock.now().getTime(), last[number]];
      last[number] = now;
      polls += 1;
      if (before === undefined) return;
      const due = before + pollDelay(before - (begin - number * bornEveryMs));
      if (now < due) early += 1;
      if (now > due + roundMs) late += 1;
    },
    rhythm: () => ({ polls, early, late }),
    forget() {
      [polls, early, late] = [0, 0, 0];
    },
  };
}

async function fill({ db, transaction }: Database, count: number, model: string, now: Date): Promise<void> {
  await transaction((trx) => meet(trx, { id: 1, firstName: 'Somebody', locale: 'en' }, now));
  await sql`
    insert into generations (id, key, person_id, chat_id, model_id, input, task_input, quote, credits, state,
      callback_secret, task_id, status_message_id, wake_at, late_told_at, created_at, submitted_at, started_at)
    select 'g' || n, 'g' || n, 1, 1, ${model}, '{"prompt":"A fox"}', '{"prompt":"A fox"}', '{"credits":8}', 8,
      'running', 'secret', n, 1, ${now}::timestamptz + n % 20 * interval '1 s', ${now}, born, born, born
    from (
      select n, ${now}::timestamptz - n * ${bornEveryMs}::int * interval '1 ms' as born
      from generate_series(1, ${count}::int) as n
    ) as running`.execute(db);
  await sql`analyze`.execute(db);
}
