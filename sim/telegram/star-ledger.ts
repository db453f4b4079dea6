import { randomBytes } from 'node:crypto';
import type { StarTransaction, SuccessfulPayment, User } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type SimClock, unixTime } from './clock.ts';

export interface StarPayment {
  user: User;
  amount: number;
  payload: string;
  chargeId: string;
  subscriptionUntil: number | undefined;
  refunded: boolean;
  cancelled: boolean;
}

/** Stars a bot got and gave back (facts: 2.2). */
export class StarLedger {
  readonly #clock: SimClock;
  readonly #payments = new Map<string, StarPayment>();
  readonly #transactions: StarTransaction[] = [];

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  /** Books a payment; answers the part of the service message that tells of it. `period` in seconds makes it a subscription. */
  pay(user: User, amount: number, payload: string, period = 0): SuccessfulPayment {
    const chargeId = `stx${randomBytes(32).toString('base64url')}`;
    const date = unixTime(this.#clock);
    const subscriptionUntil = period > 0 ? date + period : undefined;
    this.#payments.set(chargeId, {
      ...{ user, amount, payload, chargeId, subscriptionUntil },
      ...{ refunded: false, cancelled: false },
    });
    const source = {
      type: 'user' as const,
      transaction_type: 'invoice_payment' as const,
      user,
      invoice_payload: payload,
    };
    this.#transactions.push({ id: chargeId, amount, date, source });
    return {
      currency: 'XTR',
      total_amount: amount,
      invoice_payload: payload,
      telegram_payment_charge_id: chargeId,
      provider_payment_charge_id: '',
      ...(subscriptionUntil
        ? { subscription_expiration_date: subscriptionUntil, is_recurring: true, is_first_recurring: true }
        : {}),
    };
  }

  /** Gives the Stars back; the transaction keeps the payment's id. */
  refund(userId: number, chargeId: string): StarPayment {
    const payment = this.#find(userId, chargeId);
    if (payment.refunded) throw badRequest('CHARGE_ALREADY_REFUNDED');
    payment.refunded = true;
    const { user, amount, payload } = payment;
    const receiver = {
      type: 'user' as const,
      transaction_type: 'invoice_payment' as const,
      user,
      invoice_payload: payload,
    };
    this.#transactions.push({ id: chargeId, amount, date: unixTime(this.#clock), receiver });
    return payment;
  }

  cancelSubscription(userId: number, chargeId: string, cancelled: boolean): void {
    const payment = this.#find(userId, chargeId);
    if (payment.subscriptionUntil === undefined) throw badRequest('CHARGE_NOT_FOUND');
    payment.cancelled = cancelled;
  }

  /** In the order in which they happened. */
  list(offset: number, limit: number): StarTransaction[] {
    return this.#transactions.slice(offset, offset + limit);
  }

  get balance(): number {
    return this.#transactions.reduce((sum, { source, amount }) => sum + (source ? amount : -amount), 0);
  }

  #find(userId: number, chargeId: string): StarPayment {
    const payment = this.#payments.get(chargeId);
    if (payment?.user.id !== userId) throw badRequest('CHARGE_NOT_FOUND');
    return payment;
  }
}
