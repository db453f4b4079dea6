import type { Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sendAlert } from './jobs.ts';
import type { ProviderLevel } from './provider-account.ts';
import { lockAccount, reportQueued } from './provider-pause.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'kie' | 'log'>;

/** After this long it is tried once more where enough is left to sell: a dear order was refused, or by mistake. */
const TRY_AGAIN_MS = 30 * 60_000;

/**
 * kie.ai refused a purchase for lack of credits: selling stops at once, on all replicas, and what waits in the line
 * waits on. The operators are told once.
 */
export async function closeSelling(trx: Trx, queue: Slice['queue'], at: Date): Promise<void> {
  if ((await lockAccount(trx)).refused_at_credits !== null) return;
  await trx
    .updateTable('provider_account')
    .set((row) => ({
      level: 'closed',
      refused_at_credits: row.fn.coalesce('kie_credits', row.val(Number.MAX_VALUE)),
      refused_since: at,
    }))
    .execute();
  await reportQueued(trx, queue);
  await sendAlert(queue, trx, 'provider-out-of-credits');
}

/** What was known before the refusal may be old; a top-up must be known when it comes. */
export async function noteWhatIsLeft({ database, kie, log }: Slice): Promise<void> {
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

interface Refusal {
  /** The least that was left since then, in kie credits; null: nothing was refused. */
  refused_at_credits: number | null;
  refused_since: Date | null;
}

/** Pure: what a look at the account says about an earlier refusal; null when it is over. `level` by the limits alone. */
export function refusalAfter(
  { refused_at_credits: refusedAt, refused_since: since }: Refusal,
  { kieCredits, level, at }: { kieCredits: number; level: ProviderLevel; at: Date },
): number | null {
  if (refusedAt === null || kieCredits > refusedAt) return null;
  const old = since !== null && at.getTime() - since.getTime() >= TRY_AGAIN_MS;
  return old && level !== 'closed' ? null : kieCredits;
}
