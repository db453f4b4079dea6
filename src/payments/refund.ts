import type { Selectable, Updateable } from 'kysely';
import { topUp, withdraw } from '#ledger';
import { AppError, assertTransaction, type Db, isAppError, type Trx } from '#platform';
import { lockPayment, type Payment, paymentOf, paymentUnknown } from './payment.ts';
import type { PaymentsTable } from './tables.ts';

/** Stands between begin and finish: the edge now asks Telegram (`refundStarPayment`). */
export interface RefundOrder {
  chargeId: string;
  /** `user_id` for Telegram. */
  payerId: number;
  stars: number;
  credits: number;
  /** Credits taken back; less than `credits` when some were spent and the refund was forced. */
  withdrawn: number;
  /** The charge opened a second subscription at Telegram, which has to end with it (`editUserStarSubscription`). */
  endsSubscription: boolean;
}

/**
 * First step of a refund: takes the credits back and marks the payment, in one transaction. Then the
 * edge calls Telegram and ends with {@link finishRefund}; after a crash in between,
 * {@link pendingRefunds} tells where to go on. Begun twice, it answers the same order.
 *
 * @throws AppError `payment-unknown`, `payment-already-refunded`, and `refund-credits-spent`
 * { needed, available, missing } unless `force` takes only what is left
 */
export async function beginRefund(
  trx: Trx,
  request: { chargeId: string; reason: string; force?: boolean; at: Date },
): Promise<RefundOrder> {
  assertTransaction(trx);
  const row = await lockPayment(trx, request.chargeId);
  if (!row) throw paymentUnknown(request.chargeId);
  if (row.state === 'refunding') return orderOf(row);
  if (row.state === 'refunded') {
    throw new AppError('payment-already-refunded', `Payment ${row.charge_id} has been refunded`, {
      values: { chargeId: row.charge_id },
    });
  }
  const taken = await takeBack(trx, row, { force: request.force ?? false, at: request.at });
  return orderOf(await update(trx, row, { ...taken, state: 'refunding', refund_reason: request.reason }));
}

/**
 * Last step of a refund. `refunded`: Telegram gave the Stars back (its error CHARGE_ALREADY_REFUNDED
 * says the same). `refused`: it did not and never will, so the credits return to the person.
 *
 * @throws AppError `payment-unknown`
 */
export async function finishRefund(
  trx: Trx,
  { chargeId, outcome, at }: { chargeId: string; outcome: 'refunded' | 'refused'; at: Date },
): Promise<'refunded' | 'restored' | 'already'> {
  assertTransaction(trx);
  const row = await lockPayment(trx, chargeId);
  if (!row) throw paymentUnknown(chargeId);
  if (row.state !== 'refunding') return 'already';
  if (outcome === 'refunded') {
    await update(trx, row, { state: 'refunded', refunded_at: at });
    return 'refunded';
  }
  await giveAgain(trx, row, at);
  await update(trx, row, { state: row.credits > 0 ? 'credited' : 'unmatched', withdrawn: 0 });
  return 'restored';
}

/** Refunds that were begun and not finished, oldest first. */
export async function pendingRefunds(db: Db, limit = 100): Promise<RefundOrder[]> {
  const rows = await db
    .selectFrom('payments')
    .where('state', '=', 'refunding')
    .orderBy('recorded_at')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(orderOf);
}

/** A refund as Telegram reports it: `refunded_payment`, or an outgoing Star transaction. */
export interface NoticedRefund {
  chargeId: string;
  payerId: number;
  payload: string;
  stars: number;
  source: 'update' | 'reconcile';
}

/**
 * A refund made elsewhere, or the news of our own: takes back what is left of the credits. A charge
 * that nobody has recorded yet is kept as refunded, so that it is never credited afterwards.
 *
 * @returns `short`: credits that were spent and could not be taken back, for the operator
 */
export async function noticeRefund(
  trx: Trx,
  refund: NoticedRefund,
  at: Date,
): Promise<{ outcome: 'withdrawn' | 'already' | 'unknown-charge'; payment: Payment; short: number }> {
  assertTransaction(trx);
  const added = await insertRefunded(trx, refund, at);
  if (added) return { outcome: 'unknown-charge', payment: paymentOf(added), short: 0 };
  const row = await lockPayment(trx, refund.chargeId);
  if (!row) throw paymentUnknown(refund.chargeId);
  if (row.state === 'refunded') return { outcome: 'already', payment: paymentOf(row), short: 0 };
  const taken = row.state === 'refunding' ? {} : await takeBack(trx, row, { force: true, at });
  const done = await update(trx, row, { ...taken, state: 'refunded', refunded_at: at });
  return { outcome: 'withdrawn', payment: paymentOf(done), short: done.credits - done.withdrawn };
}

async function takeBack(
  trx: Trx,
  row: Selectable<PaymentsTable>,
  { force, at }: { force: boolean; at: Date },
): Promise<Pick<Updateable<PaymentsTable>, 'withdrawn' | 'refund_attempts'>> {
  const attempt = row.refund_attempts + 1;
  const key = `refund:${row.charge_id}:${attempt}`;
  const request = {
    key,
    personId: row.payer_id,
    amount: row.credits,
    reason: 'refund',
    memo: '',
    at,
  } as const;
  try {
    const { withdrawn } = await withdraw(trx, { ...request, allowPartial: force });
    return { withdrawn, refund_attempts: attempt };
  } catch (error) {
    if (!isAppError(error, 'balance-too-low')) throw error;
    const message = `The credits of payment ${row.charge_id} are partly spent: ${error.message}`;
    throw new AppError('refund-credits-spent', message, { values: error.values, cause: error });
  }
}

async function giveAgain(trx: Trx, row: Selectable<PaymentsTable>, at: Date): Promise<void> {
  if (row.withdrawn === 0) return;
  const key = `refund-undone:${row.charge_id}:${row.refund_attempts}`;
  const personId = row.payer_id;
  await topUp(trx, { key, personId, amount: row.withdrawn, source: 'refund-undone', memo: '', at });
}

async function insertRefunded(
  trx: Trx,
  refund: NoticedRefund,
  at: Date,
): Promise<Selectable<PaymentsTable> | undefined> {
  return trx
    .insertInto('payments')
    .values({
      charge_id: refund.chargeId,
      invoice_id: null,
      payload: refund.payload,
      payer_id: refund.payerId,
      stars: refund.stars,
      credits: 0,
      state: 'refunded',
      problem: 'refunded-before-recorded',
      source: refund.source,
      paid_at: at,
      recorded_at: at,
      refund_reason: null,
      refunded_at: at,
    })
    .onConflict((conflict) => conflict.column('charge_id').doNothing())
    .returningAll()
    .executeTakeFirst();
}

async function update(
  trx: Trx,
  row: Selectable<PaymentsTable>,
  values: Updateable<PaymentsTable>,
): Promise<Selectable<PaymentsTable>> {
  return trx
    .updateTable('payments')
    .set(values)
    .where('charge_id', '=', row.charge_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function orderOf(row: Selectable<PaymentsTable>): RefundOrder {
  const { charge_id: chargeId, payer_id: payerId, stars, credits, withdrawn } = row;
  const endsSubscription = row.problem === 'subscription-twice';
  return { chargeId, payerId, stars, credits, withdrawn, endsSubscription };
}
