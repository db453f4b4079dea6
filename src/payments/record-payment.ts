import type { Selectable } from 'kysely';
import { topUp } from '#ledger';
import { AppError, assertTransaction, type Trx } from '#platform';
import { lockPayment, type Payment, paymentOf, paymentUnknown } from './payment.ts';
import { orderOf, type RefundOrder } from './refund.ts';
import { extendSubscription, isPaidTwice } from './subscriptions.ts';
import type { InvoicesTable, PaymentProblem, PaymentsTable } from './tables.ts';

/** What Telegram says about one charge, whichever way it came. */
export interface Charge {
  /** `telegram_payment_charge_id`, or the id of the Star transaction: they are the same. */
  chargeId: string;
  payerId: number;
  payload: string;
  currency: string;
  totalAmount: number;
  /** Stars that an affiliate got out of it; the amount of a Star transaction may be without them. */
  commission?: number;
  paidAt: Date;
  /** `subscription_expiration_date` of a recurring payment. */
  subscriptionUntil?: Date;
  source: 'update' | 'reconcile';
}

export interface RecordedPayment {
  outcome: 'credited' | 'already' | 'unmatched' | 'twice';
  payment: Payment;
  /** The draft to go on with, told with the first payment of its invoice. */
  waitingDraftId: string | null;
  /** Where the charge paid a month of a subscription: until when, and whether an earlier one had begun it. */
  subscription: { paidUntil: Date; renewed: boolean } | null;
  /** Told with `twice`: the refund has begun, and the edge asks Telegram for it. */
  refund: RefundOrder | null;
}

/**
 * Credits what the invoice row says, once per charge id, whoever delivers it and however often.
 * A charge that fits no invoice is kept as `unmatched` and credits nothing: the operator decides. One that pays a month
 * of the subscription for the second time credits nothing either and goes back at once (`twice`).
 */
export async function recordPayment(trx: Trx, charge: Charge, at: Date): Promise<RecordedPayment> {
  assertTransaction(trx);
  const invoice = await trx
    .selectFrom('invoices')
    .where('id', '=', charge.payload)
    .selectAll()
    .executeTakeFirst();
  const problem = problemOf(charge, invoice) ?? (await problemOfMonth(trx, charge, invoice));
  const row = await insertPayment(trx, charge, { invoice, problem, at });
  if (!row) return alreadyRecorded(trx, charge.chargeId);
  const nothingMore = { waitingDraftId: null, subscription: null, refund: null };
  if (problem === 'subscription-twice')
    return { outcome: 'twice', payment: paymentOf(row), ...nothingMore, refund: orderOf(row) };
  if (!invoice || problem) return { outcome: 'unmatched', payment: paymentOf(row), ...nothingMore };
  await creditPayment(trx, row, { personId: invoice.person_id, memo: invoice.pack_id, at });
  const subscription = invoice.subscription ? await extend(trx, { invoice, charge, at }) : null;
  const waitingDraftId = invoice.draft_settled_at ? null : invoice.waiting_draft_id;
  return { outcome: 'credited', payment: paymentOf(row), waitingDraftId, subscription, refund: null };
}

async function extend(
  trx: Trx,
  month: Parameters<typeof extendSubscription>[1],
): Promise<RecordedPayment['subscription']> {
  const paidUntil = await extendSubscription(trx, month);
  const earlier = await trx
    .selectFrom('payments')
    .where('invoice_id', '=', month.invoice.id)
    .where('charge_id', '<>', month.charge.chargeId)
    .where('problem', 'is', null)
    .select('charge_id')
    .executeTakeFirst();
  return { paidUntil, renewed: earlier !== undefined };
}

function problemOf(charge: Charge, invoice: Selectable<InvoicesTable> | undefined): PaymentProblem | null {
  if (!invoice) return 'invoice-unknown';
  const amounts = [charge.totalAmount, charge.totalAmount + (charge.commission ?? 0)];
  if (charge.currency !== 'XTR' || !amounts.includes(invoice.stars)) return 'amount-differs';
  return charge.payerId === invoice.person_id ? null : 'payer-differs';
}

async function problemOfMonth(
  trx: Trx,
  charge: Charge,
  invoice: Selectable<InvoicesTable> | undefined,
): Promise<PaymentProblem | null> {
  if (!invoice?.subscription) return null;
  return (await isPaidTwice(trx, invoice.person_id, charge)) ? 'subscription-twice' : null;
}

async function insertPayment(
  trx: Trx,
  charge: Charge,
  found: { invoice: Selectable<InvoicesTable> | undefined; problem: PaymentProblem | null; at: Date },
): Promise<Selectable<PaymentsTable> | undefined> {
  const { invoice, problem, at } = found;
  return trx
    .insertInto('payments')
    .values({
      charge_id: charge.chargeId,
      invoice_id: invoice?.id ?? null,
      payload: charge.payload,
      payer_id: charge.payerId,
      stars: charge.totalAmount,
      credits: invoice && !problem ? invoice.credits : 0,
      state: stateOf(problem),
      problem,
      source: charge.source,
      paid_at: charge.paidAt,
      recorded_at: at,
      refund_reason: problem === 'subscription-twice' ? problem : null,
      refunded_at: null,
    })
    .onConflict((conflict) => conflict.column('charge_id').doNothing())
    .returningAll()
    .executeTakeFirst();
}

function stateOf(problem: PaymentProblem | null): PaymentsTable['state'] {
  if (problem === 'subscription-twice') return 'refunding';
  return problem ? 'unmatched' : 'credited';
}

async function alreadyRecorded(trx: Trx, chargeId: string): Promise<RecordedPayment> {
  const row = await lockPayment(trx, chargeId);
  if (!row) throw new Error(`payments: charge ${chargeId} could not be recorded`);
  return {
    ...{ outcome: 'already', payment: paymentOf(row) },
    ...{ waitingDraftId: null, subscription: null, refund: null },
  };
}

async function creditPayment(
  trx: Trx,
  row: Selectable<PaymentsTable>,
  { personId, memo, at }: { personId: number; memo: string; at: Date },
): Promise<void> {
  const key = `stars:${row.charge_id}`;
  await topUp(trx, { key, personId, amount: row.credits, source: 'stars', memo, at });
}

/**
 * The operator's word on an unmatched payment: so many credits for who paid it.
 *
 * @throws AppError `payment-unknown`, `payment-already-credited`
 */
export async function creditUnmatchedPayment(
  trx: Trx,
  { chargeId, credits, at }: { chargeId: string; credits: number; at: Date },
): Promise<Payment> {
  assertTransaction(trx);
  const found = await lockPayment(trx, chargeId);
  if (!found) throw paymentUnknown(chargeId);
  if (found.state !== 'unmatched') {
    throw new AppError('payment-already-credited', `Payment ${chargeId} is ${found.state}`, {
      values: { chargeId },
    });
  }
  const row = await trx
    .updateTable('payments')
    .set({ credits, state: 'credited' })
    .where('charge_id', '=', chargeId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await creditPayment(trx, row, { personId: row.payer_id, memo: '', at });
  return paymentOf(row);
}
