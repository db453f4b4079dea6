import type { Selectable } from 'kysely';
import { AppError, type Db, type Trx } from '#platform';
import type { PaymentProblem, PaymentsTable } from './tables.ts';

/** One charge of Telegram Stars. */
export interface Payment {
  /** Telegram's `telegram_payment_charge_id`. */
  chargeId: string;
  invoiceId: string | null;
  payerId: number;
  stars: number;
  /** What the payer got for it; 0 while unmatched. */
  credits: number;
  /** `unmatched`: fits no invoice, the operator decides · `refunding`: between begin and finish of a refund. */
  state: 'credited' | 'unmatched' | 'refunding' | 'refunded';
  problem: PaymentProblem | null;
  /** Credits that the refund took back. */
  withdrawn: number;
  paidAt: Date;
}

export function paymentOf(row: Selectable<PaymentsTable>): Payment {
  return {
    chargeId: row.charge_id,
    invoiceId: row.invoice_id,
    payerId: row.payer_id,
    stars: row.stars,
    credits: row.credits,
    state: row.state,
    problem: row.problem,
    withdrawn: row.withdrawn,
    paidAt: row.paid_at,
  };
}

export async function getPayment(db: Db, chargeId: string): Promise<Payment | null> {
  const row = await db
    .selectFrom('payments')
    .where('charge_id', '=', chargeId)
    .selectAll()
    .executeTakeFirst();
  return row ? paymentOf(row) : null;
}

/** Payments of a person, newest first. */
export async function paymentsOf(db: Db, payerId: number, limit = 20): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payments')
    .where('payer_id', '=', payerId)
    .orderBy('paid_at', 'desc')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(paymentOf);
}

/** Payments that fit no invoice, oldest first: the operator credits or refunds them. */
export async function unmatchedPayments(db: Db, limit = 100): Promise<Payment[]> {
  const rows = await db
    .selectFrom('payments')
    .where('state', '=', 'unmatched')
    .orderBy('recorded_at')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(paymentOf);
}

/** The row, locked: every change of a payment begins here, and only then comes the account. */
export async function lockPayment(
  trx: Trx,
  chargeId: string,
): Promise<Selectable<PaymentsTable> | undefined> {
  return trx
    .selectFrom('payments')
    .where('charge_id', '=', chargeId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
}

export function paymentUnknown(chargeId: string): AppError<'payment-unknown'> {
  return new AppError('payment-unknown', `There is no payment ${chargeId}`, { values: { chargeId } });
}
