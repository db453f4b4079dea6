import { randomBytes } from 'node:crypto';
import type { StarTransaction, SuccessfulPayment, User } from 'grammy/types';
import { badRequest } from './api-error.ts';
import { type SimClock, unixTime } from './clock.ts';

export interface StarPayment {
  user: User;
  amount: number;
  payload: string;
  chargeId: string;
  /** Seconds between the payments of a subscription, 0 for none. */
  period: number;
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
    const subscriptionUntil = period > 0 ? unixTime(this.#clock) + period : undefined;
    const chargeId = this.#book({ user, amount, payload, period, subscriptionUntil });
    const first = { is_recurring: true, is_first_recurring: true } as const;
    return {
      ...receiptOf(chargeId, amount, payload),
      ...(subscriptionUntil ? { subscription_expiration_date: subscriptionUntil, ...first } : {}),
    };
  }

  /**
   * Takes the next month of the subscription that began with this charge: the same payload under a new charge id
   * (facts: 2.2). Undefined when the person has cancelled it.
   */
  renew(userId: number, firstChargeId: string): SuccessfulPayment | undefined {
    const first = this.subscription(userId, firstChargeId);
    if (first.cancelled) return undefined;
    const until = (first.subscriptionUntil ?? 0) + first.period;
    first.subscriptionUntil = until;
    const { user, amount, payload } = first;
    const chargeId = this.#book({ user, amount, payload, period: 0, subscriptionUntil: undefined });
    const receipt = receiptOf(chargeId, amount, payload);
    return { ...receipt, subscription_expiration_date: until, is_recurring: true };
  }

  #book(paid: Pick<StarPayment, 'user' | 'amount' | 'payload' | 'period' | 'subscriptionUntil'>): string {
    const chargeId = `stx${randomBytes(32).toString('base64url')}`;
    this.#payments.set(chargeId, { ...paid, chargeId, refunded: false, cancelled: false });
    const { user, amount, payload } = paid;
    const source = {
      ...{ type: 'user' as const, transaction_type: 'invoice_payment' as const },
      ...{ user, invoice_payload: payload },
    };
    this.#transactions.push({ id: chargeId, amount, date: unixTime(this.#clock), source });
    return chargeId;
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
    this.subscription(userId, chargeId).cancelled = cancelled;
  }

  /** The subscription that began with this charge. */
  subscription(userId: number, firstChargeId: string): StarPayment {
    const payment = this.#find(userId, firstChargeId);
    if (payment.period === 0) throw badRequest('CHARGE_NOT_FOUND');
    return payment;
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

function receiptOf(chargeId: string, amount: number, payload: string): SuccessfulPayment {
  return {
    ...{ currency: 'XTR', total_amount: amount, invoice_payload: payload },
    ...{ telegram_payment_charge_id: chargeId, provider_payment_charge_id: '' },
  };
}
