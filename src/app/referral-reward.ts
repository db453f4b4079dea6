import type { Generation } from '#generation';
import { rewardReferral } from '#payments';
import { defineJob, type Queue, type Trx } from '#platform';

/** The inviter hears of the reward once it is booked. */
export const rewardJob = defineJob<{ inviterId: number; credits: number }>('referral.reward', {
  retryLimit: 4,
  retryDelaySeconds: 2,
  backoff: true,
  concurrency: 1,
});

/** What a delivered result means for an invitation: both sides are rewarded, once, in the transaction of the capture. */
export function rewardOnDelivery(queue: Queue, credits: number) {
  return async (trx: Trx, { personId }: Generation, at: Date): Promise<void> => {
    if (credits === 0) return;
    const inviterId = await rewardReferral(trx, { personId, credits, inviterCredits: credits, at });
    if (inviterId !== null) await queue.send(trx, rewardJob, { inviterId, credits });
  };
}
