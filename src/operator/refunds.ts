import { balance } from '#ledger';
import { beginRefund, creditUnmatchedPayment, type Payment, type RefundOrder } from '#payments';
import type { Queue } from '#platform';
import { act, type Done, type Ground } from './act.ts';
import type { Order } from './actor.ts';
import { tellMoved } from './credits-moved.ts';
import { assertAmount } from './people.ts';

/** Telegram's part of a refund. `pending`: it did not answer; the rounds of reconciliation ask again. */
export type GiveStarsBack = (order: RefundOrder) => Promise<'done' | 'refused' | 'pending'>;

export interface Refunded {
  order: RefundOrder;
  outcome: 'done' | 'refused' | 'pending';
}

/**
 * The credits first, then the Stars.
 *
 * @throws AppError `payment-unknown`, `payment-already-refunded`, and `refund-credits-spent` { needed, available,
 * missing } unless `force` takes only what is left
 */
export async function refund(
  desk: Ground & { giveStarsBack: GiveStarsBack },
  order: Order & { chargeId: string; force?: boolean },
): Promise<Refunded> {
  const { chargeId, force = false, reason } = order;
  const deed = { ...order, code: 'payment-refunded', subject: `payment:${chargeId}` } as const;
  const { details } = await act(desk, deed, (trx, at) => beginRefund(trx, { chargeId, reason, force, at }));
  return { order: details, outcome: await desk.giveStarsBack(details) };
}

/** A payment that fits no offer, and what its payer shall have for it. */
export interface CreditPaymentOrder extends Order {
  chargeId: string;
  /** Whole credits from 1 to 1,000,000. */
  credits: number;
  /** As of a grant. */
  note?: string;
}

/**
 * The operator's word on a payment that fits no offer: so many credits for who paid it, who hears of it.
 *
 * @throws AppError `amount-invalid`, `payment-unknown`, `payment-already-credited`
 */
export async function creditPayment(
  house: Ground & { queue: Queue },
  order: CreditPaymentOrder,
): Promise<Done<Omit<Payment, 'paidAt'>>> {
  const { chargeId, credits, note = '' } = order;
  assertAmount(credits);
  const deed = { ...order, code: 'payment-credited', subject: `payment:${chargeId}` } as const;
  return act(house, deed, async (trx, at) => {
    const { paidAt: _, ...payment } = await creditUnmatchedPayment(trx, { chargeId, credits, at });
    const { payerId: personId, stars } = payment;
    const { available } = await balance(trx, personId);
    await tellMoved(house.queue, trx, { personId, amount: credits, available, note, stars });
    return payment;
  });
}
