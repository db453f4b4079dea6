import { defineJob, type Queue, type Trx } from '#platform';

/** What somebody hears when an operator moved their credits. */
export interface CreditsMoved {
  personId: number;
  /** Credits; below zero: taken. */
  amount: number;
  /** What they could spend right after it. */
  available: number;
  /** What the operator lets them know beside it; empty: nothing. */
  note: string;
  /** The payment that these credits are for, in Stars; null: for none. */
  stars: number | null;
}

/** The person is written to once the credits are booked, by whichever process has the chat. */
export const creditsMovedJob = defineJob<CreditsMoved>('operator.credits-moved', {
  retryLimit: 4,
  retryDelaySeconds: 2,
  backoff: true,
  concurrency: 1,
});

/** In the transaction of the credits: nobody hears of what did not happen, and nobody is forgotten. */
export async function tellMoved(queue: Queue, trx: Trx, moved: CreditsMoved): Promise<void> {
  await queue.send(trx, creditsMovedJob, moved);
}
