import { sql } from 'kysely';
import type { Db, Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sendReport, startJob } from './jobs.ts';

type Queue = Collaborators['queue'];

/**
 * SQL: true while nothing is bought, on all replicas: kie.ai refused for lack of credits, or gives no answers. The line
 * stands, and whoever waits in it is told.
 */
export const paused = sql<boolean>`exists (
  select from provider_account where refused_at_credits is not null or silent_since is not null)`;

export async function isPaused(db: Db): Promise<boolean> {
  const { rows } = await sql<{ paused: boolean }>`select ${paused} as paused`.execute(db);
  return rows[0]?.paused === true;
}

export async function lockAccount(trx: Trx) {
  return trx
    .selectFrom('provider_account')
    .select(['level', 'refused_at_credits', 'refused_since', 'silent_since'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The line moves again: whoever waits hears of it, and is served. */
export async function resume(trx: Trx, queue: Queue): Promise<void> {
  await reportQueued(trx, queue);
  await queue.send(trx, startJob, {});
}

/** Everybody in the line is shown where it stands. */
export async function reportQueued(trx: Trx, queue: Queue): Promise<void> {
  const waiting = await trx.selectFrom('generations').select('id').where('state', '=', 'queued').execute();
  for (const { id } of waiting) await sendReport(queue, trx, id);
}
