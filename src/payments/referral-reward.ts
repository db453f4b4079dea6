import { topUp } from '#ledger';
import { claimReferralReward } from '#people';
import type { Trx } from '#platform';

export interface ReferralReward {
  /** The invited person, whose first real use this is. */
  personId: number;
  /** Credits for the invited person; 0 gives none. */
  credits: number;
  /** Credits for who invited them; 0 gives none. */
  inviterCredits: number;
  at: Date;
}

/**
 * Rewards both sides of an invitation, once. Call it in the transaction of each capture: all but the
 * first cost one statement and do nothing. The invited person's account comes first: chains of
 * invitations have no loop, so neither do transactions that wait for each other's accounts.
 *
 * @returns the inviter's id when the reward was given now
 */
export async function rewardReferral(trx: Trx, reward: ReferralReward): Promise<number | null> {
  const { personId, credits, inviterCredits, at } = reward;
  const inviterId = await claimReferralReward(trx, personId, at);
  if (inviterId === null) return null;
  const deed = { source: 'referral', memo: '', at } as const;
  if (credits > 0) {
    await topUp(trx, { ...deed, key: `referral:${personId}:invited`, personId, amount: credits });
  }
  if (inviterCredits > 0) {
    const key = `referral:${personId}:inviter`;
    await topUp(trx, { ...deed, key, personId: inviterId, amount: inviterCredits });
  }
  return inviterId;
}
