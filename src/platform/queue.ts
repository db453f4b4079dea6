import { setTimeout as delay } from 'node:timers/promises';
import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss';
import type { Database, Db, Trx } from './database.ts';
import type { JobDefinition } from './job.ts';
import type { Logger } from './log.ts';
import { measure, secondsSince } from './measure.ts';
import { countJobs, type QueueCounts } from './queue-counts.ts';
import { createBoss, deadQueueName, ensureQueue, giveBackOrphans } from './queue-engine.ts';

export interface SendOptions {
  /** Not before this moment, or this many seconds from now. A delayed job may start two seconds late. */
  startAfter?: Date | number;
  /** See {@link JobDefinition}'s `policy`. */
  singletonKey?: string;
  /** Higher goes first; 0 when left out. */
  priority?: number;
}

export interface JobRun {
  id: string;
  /** 1 for the first run. */
  attempt: number;
  /** Aborted when the job takes too long or the process ends without waiting for it. */
  signal: AbortSignal;
}

export type JobHandler<Payload> = (payload: Payload, run: JobRun) => Promise<unknown>;

export interface WorkOptions<Payload> {
  /** Runs at once in this process, instead of the definition's number. */
  concurrency?: number;
  /** Called once a job has failed for good, also when its process was killed; retried until it succeeds. */
  onDead?: (payload: Payload, job: { id: string }) => Promise<unknown>;
}

/** Durable jobs in our own database: at least once each, in any of the processes that work. */
export interface Queue extends AsyncDisposable {
  /** Prepares the tables and queues and begins to work on what `work` has announced. */
  start(): Promise<void>;
  /**
   * Enqueues. With a transaction the job exists exactly if that commits, and starts within milliseconds
   * after it. Needs `start()` first.
   *
   * @returns the job's id, or null when the job's policy dropped it
   */
  send<Payload extends object>(
    db: Db | Trx,
    job: JobDefinition<Payload>,
    payload: NoInfer<Payload>,
    options?: SendOptions,
  ): Promise<string | null>;
  /** Announces who does a kind of job; before or after `start()`. A rejection fails the run. */
  work<Payload extends object>(
    job: JobDefinition<Payload>,
    handler: JobHandler<NoInfer<Payload>>,
    options?: WorkOptions<NoInfer<Payload>>,
  ): Promise<void>;
  /** Resolves when no job that is worked on here is ready or running; delayed ones do not count. For tests. */
  drain(): Promise<void>;
  /** Counts by job name. */
  stats(): Promise<Record<string, QueueCounts>>;
  /** Ends the work; `graceful` lets running jobs finish for up to `timeoutMs`, then hands them back. */
  stop(options?: { graceful?: boolean; timeoutMs?: number }): Promise<void>;
}

export interface QueueOptions {
  database: Database;
  log: Logger;
  /** Every kind of job that is sent or worked on. */
  jobs: readonly JobDefinition[];
}

const POLL_SECONDS = 2;
const STOP_TIMEOUT_MS = 10_000;
const DRAIN_POLL_MS = 10;

/** Makes the queue; nothing happens before `start()`. */
export function createQueue({ database, log, jobs }: QueueOptions): Queue {
  const boss = createBoss(database, log);
  const worked = new Set<string>();
  const waiting: (() => Promise<void>)[] = [];
  let started = false;

  const queue: Queue = {
    async start() {
      await boss.start();
      for (const job of jobs) await ensureQueue(boss, job);
      if (database.engine === 'pglite') await giveBackAll(boss, jobs, log);
      started = true;
      for (const begin of waiting.splice(0)) await begin();
    },
    async send(db, job, payload, { startAfter, ...rest } = {}) {
      const after = startAfter === undefined ? {} : { startAfter };
      return boss.send(job.name, payload, { ...rest, ...after, db: fromKysely(db) });
    },
    async work(job, handler, options = {}) {
      if (worked.has(job.name)) throw new Error(`The job ${job.name} already has a handler`);
      worked.add(job.name);
      const begin = () => beginWork(boss, log, job, handler, options);
      if (started) await begin();
      else waiting.push(begin);
    },
    async drain() {
      const names = [...worked].flatMap((name) => [name, deadQueueName(name)]);
      while (await anyBusy(database.db, names)) await delay(DRAIN_POLL_MS);
    },
    async stats() {
      const counts = await countJobs(
        database.db,
        jobs.map((job) => job.name),
      );
      const none = { ready: 0, active: 0, delayed: 0, failed: 0, oldestSeconds: 0 };
      return Object.fromEntries(jobs.map(({ name }) => [name, counts.get(name) ?? none]));
    },
    stop: ({ graceful = true, timeoutMs = STOP_TIMEOUT_MS } = {}) =>
      boss.stop({ graceful, timeout: timeoutMs }),
    [Symbol.asyncDispose]: () => queue.stop(),
  };
  return queue;
}

async function giveBackAll(boss: PgBoss, jobs: readonly JobDefinition[], log: Logger): Promise<void> {
  for (const name of jobs.flatMap((job) => [job.name, deadQueueName(job.name)])) {
    const count = await giveBackOrphans(boss, name);
    if (count > 0) log.info({ job: name, count }, 'jobs of an earlier run are taken up again');
  }
}

async function beginWork<Payload extends object>(
  boss: PgBoss,
  log: Logger,
  { name, options }: JobDefinition<Payload>,
  handler: JobHandler<Payload>,
  { concurrency = options.concurrency ?? 4, onDead }: WorkOptions<Payload>,
): Promise<void> {
  const bury: JobHandler<Payload> = (payload, { id }) => reportDead(name, payload, id, log, onDead);
  for (let worker = 0; worker < concurrency; worker++) await startWorker(boss, name, handler, log);
  await startWorker(boss, deadQueueName(name), bury, log);
}

/**
 * A worker that does one job after the other. Whoever found one looks for the next at once: a single
 * notification may stand for many jobs, and the rest would each wait for a poll.
 */
async function startWorker<Payload extends object>(
  boss: PgBoss,
  name: string,
  handler: JobHandler<Payload>,
  log: Logger,
): Promise<void> {
  const settings = {
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
    includeMetadata: true,
  } as const;
  let workerId = '';
  workerId = await boss.work<Payload, void, typeof settings>(name, settings, ([job]) =>
    runJob(job, handler, log).finally(() => boss.notifyWorker(workerId)),
  );
}

async function runJob<Payload>(
  job: JobWithMetadata<Payload> | undefined,
  handler: JobHandler<Payload>,
  log: Logger,
): Promise<void> {
  if (!job) return;
  const { id, name, data, retryCount, retryLimit, signal } = job;
  const startedAt = performance.now();
  const count = (result: 'done' | 'failed') =>
    measure({ of: 'job', label: name, result, seconds: secondsSince(startedAt) });
  try {
    await handler(data, { id, attempt: retryCount + 1, signal });
    count('done');
  } catch (err) {
    count('failed');
    const retriesLeft = Math.max(0, retryLimit - retryCount);
    log[retriesLeft > 0 ? 'warn' : 'error'](
      { err, job: name, id, attempt: retryCount + 1, retriesLeft },
      'a job failed',
    );
    throw err;
  }
}

async function reportDead<Payload>(
  name: string,
  payload: Payload,
  id: string,
  log: Logger,
  onDead: WorkOptions<Payload>['onDead'],
): Promise<void> {
  log.error({ job: name, id, payload }, 'a job failed for good');
  await onDead?.(payload, { id });
}

async function anyBusy(db: Db, names: readonly string[]): Promise<boolean> {
  const counts = await countJobs(db, names);
  return [...counts.values()].some(({ ready, active }) => ready + active > 0);
}
