import { sql } from 'kysely';
import { assertTransaction, type Db, type Trx } from '#platform';

export type InvitationOutcome = 'recorded' | 'already' | 'code-unknown' | 'oneself' | 'loop';

/**
 * Writes down who brought a person, once and for ever. Call it in the transaction of the first
 * meeting: somebody who was here before is nobody's find.
 */
export async function recordInvitation(
  trx: Trx,
  { personId, code, at }: { personId: number; code: string; at: Date },
): Promise<InvitationOutcome> {
  assertTransaction(trx);
  const inviter = await trx
    .selectFrom('people')
    .where('referral_code', '=', code)
    .select('id')
    .executeTakeFirst();
  if (!inviter) return 'code-unknown';
  if (inviter.id === personId) return 'oneself';
  if (await wasBroughtBy(trx, inviter.id, personId)) return 'loop';
  const row = await trx
    .insertInto('referrals')
    .values({ person_id: personId, invited_by: inviter.id, at, rewarded_at: null })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return row ? 'recorded' : 'already';
}

/** Is `ancestorId` anywhere above `personId` in the chain of invitations? */
async function wasBroughtBy(trx: Trx, personId: number, ancestorId: number): Promise<boolean> {
  const { rows } = await sql`
    WITH RECURSIVE chain AS (
      SELECT invited_by FROM referrals WHERE person_id = ${personId}
      UNION
      SELECT r.invited_by FROM referrals r JOIN chain c ON r.person_id = c.invited_by
    )
    SELECT 1 FROM chain WHERE invited_by = ${ancestorId}`.execute(trx);
  return rows.length > 0;
}

/**
 * Sets the flag that the first real use of an invited person has been rewarded.
 *
 * @returns the inviter's id the first time; null when nobody invited the person or it was done before
 */
export async function claimReferralReward(trx: Trx, personId: number, at: Date): Promise<number | null> {
  assertTransaction(trx);
  const row = await trx
    .updateTable('referrals')
    .set({ rewarded_at: at })
    .where('person_id', '=', personId)
    .where('rewarded_at', 'is', null)
    .returning('invited_by')
    .executeTakeFirst();
  return row?.invited_by ?? null;
}

/** How many people somebody brought, and how many of those have been rewarded. */
export async function referralsOf(db: Db, personId: number): Promise<{ invited: number; rewarded: number }> {
  return db
    .selectFrom('referrals')
    .where('invited_by', '=', personId)
    .select((eb) => [
      eb.fn.countAll<number>().as('invited'),
      eb.fn.count<number>('rewarded_at').as('rewarded'),
    ])
    .executeTakeFirstOrThrow();
}
