import { type ConstructorOptions, fromPglite, PgBoss, type Queue as QueueSettings } from 'pg-boss';
import type { Database } from './database.ts';
import type { JobDefinition } from './job.ts';
import type { Logger } from './log.ts';

/** A worker that has died is noticed after its heartbeat plus one round of supervision. */
const HEARTBEAT_SECONDS = 20;
const SUPERVISE_SECONDS = 15;
const BOSS_CONNECTIONS = 4;
const RETENTION_DAYS = 14;
const DAY_SECONDS = 86_400;

/** Makes pg-boss on our database: its own small pool on PostgreSQL, the one connection on PGlite. */
export function createBoss(database: Database, log: Logger): PgBoss {
  const connection: ConstructorOptions =
    database.engine === 'pglite'
      ? { db: fromPglite(database.pglite), backend: 'pglite' }
      : { connectionString: database.url, max: BOSS_CONNECTIONS, application_name: 'kiegram queue' };
  const boss = new PgBoss({
    ...connection,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    schedule: false,
    registerInstance: false,
    monitorVacuum: false,
    reindex: database.engine === 'postgres',
  });
  boss.on('error', (err) => log.error({ err }, 'the job queue met an error'));
  boss.on('warning', ({ message, data }) => log.warn({ data }, `job queue: ${message}`));
  return boss;
}

/** Name of the queue that receives the jobs of another one that failed for good. */
export function deadQueueName(name: string): string {
  return `${name}.dead`;
}

/** Creates the queues of a job, or brings their settings up to date. */
export async function ensureQueue(boss: PgBoss, { name, options }: JobDefinition): Promise<void> {
  const common = {
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: RETENTION_DAYS * DAY_SECONDS,
  };
  const dead = deadQueueName(name);
  await createOrUpdate(boss, { ...common, name: dead, retryLimit: 5, retryDelay: 5, retryBackoff: true });
  await createOrUpdate(boss, {
    ...common,
    name: name,
    policy: options.policy ?? 'standard',
    retryLimit: options.retryLimit ?? 5,
    retryDelay: options.retryDelaySeconds ?? 1,
    retryBackoff: options.backoff ?? false,
    expireInSeconds: options.expireSeconds ?? 900,
    deadLetter: dead,
  });
}

async function createOrUpdate(boss: PgBoss, { name, policy, ...settings }: QueueSettings): Promise<void> {
  await boss.createQueue(name, policy === undefined ? settings : { ...settings, policy });
  await boss.updateQueue(name, settings);
}

/**
 * Gives back the jobs that a dead process was running, for a database that only one process can have
 * open: nobody else can be at them, so there is no heartbeat to wait for.
 */
export async function giveBackOrphans(boss: PgBoss, name: string): Promise<number> {
  const jobs = await boss.findJobs(name, { queued: false });
  const orphans = jobs.filter((job) => job.state === 'active').map((job) => job.id);
  if (orphans.length > 0) await boss.fail(name, orphans, { message: 'the process ended during this job' });
  return orphans.length;
}
