import { beginRefund, creditUnmatchedPayment, type Payment, type RefundOrder } from '#payments';
import { act, type Done, type Ground } from './act.ts';
import type { Order } from './actor.ts';

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

/**
 * The operator's word on a payment that fits no offer: so many credits for who paid it.
 *
 * @throws AppError `payment-unknown`, `payment-already-credited`
 */
export async function creditPayment(
  ground: Ground,
  order: Order & { chargeId: string; credits: number },
): Promise<Done<Omit<Payment, 'paidAt'>>> {
  const { chargeId, credits } = order;
  const deed = { ...order, code: 'payment-credited', subject: `payment:${chargeId}` } as const;
  return act(ground, deed, async (trx, at) => {
    const { paidAt: _, ...payment } = await creditUnmatchedPayment(trx, { chargeId, credits, at });
    return payment;
  });
}
