import type { Db, Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sendReport, startJob } from './jobs.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'kie' | 'log' | 'operators'>;

/**
 * kie.ai refused a purchase for lack of credits: selling stops at once, on all replicas, and what waits in the line
 * waits on.
 *
 * @returns false when it was closed for this before, so that one of many tells the operators
 */
export async function closeSelling(trx: Trx, queue: Slice['queue']): Promise<boolean> {
  if ((await lockAccount(trx)).refused_at_credits !== null) return false;
  await trx
    .updateTable('provider_account')
    .set((row) => ({
      level: 'closed',
      refused_at_credits: row.fn.coalesce('kie_credits', row.val(Number.MAX_VALUE)),
    }))
    .execute();
  await reportQueued(trx, queue);
  return true;
}

/** Tells the operators, and asks what is left, so that a top-up is known when it comes. */
export async function afterClosing(slice: Slice): Promise<void> {
  await slice.operators.alert('provider-out-of-credits', {});
  await noteWhatIsLeft(slice);
}

/** What was known before the refusal may be old. */
async function noteWhatIsLeft({ database, kie, log }: Slice): Promise<void> {
  const left = await kie.credits().catch((err: unknown) => {
    log.warn({ err }, 'kie.ai did not tell what is left of the account');
    return null;
  });
  if (left === null) return;
  await database.db
    .updateTable('provider_account')
    .set((row) => ({ refused_at_credits: row.fn<number>('least', ['refused_at_credits', row.val(left)]) }))
    .where('refused_at_credits', 'is not', null)
    .execute();
}

/** Pure: what a look at the account says about an earlier refusal; null when it is over, for the account was topped up. */
export function refusalAfter(refusedAt: number | null, kieCredits: number): number | null {
  return refusedAt === null || kieCredits > refusedAt ? null : kieCredits;
}

/** True while nothing is bought because kie.ai refused for lack of credits. */
export async function isPaused(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('provider_account')
    .select('only_row')
    .where('refused_at_credits', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockAccount(trx: Trx) {
  return trx
    .selectFrom('provider_account')
    .select(['level', 'refused_at_credits'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** The line moves again: whoever waits hears of it, and is served. */
export async function resume(trx: Trx, queue: Slice['queue']): Promise<void> {
  await reportQueued(trx, queue);
  await queue.send(trx, startJob, {});
}

/** Everybody in the line is shown where it stands. */
async function reportQueued(trx: Trx, queue: Slice['queue']): Promise<void> {
  const waiting = await trx.selectFrom('generations').select('id').where('state', '=', 'queued').execute();
  for (const { id } of waiting) await sendReport(queue, trx, id);
}
