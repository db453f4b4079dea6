import type { Database } from '#platform';
import { type RecordedPayment, recordPayment } from './record-payment.ts';
import { noticeRefund } from './refund.ts';

/** One entry of `getStarTransactions` (facts: payments), brought to what matters here. */
export interface StarTransaction {
  /** The charge id; a refund has the id of its payment. */
  id: string;
  stars: number;
  at: Date;
  /** `payment`: from a user, by invoice · `refund`: to a user, of such a payment · `other`: all else. */
  kind: 'payment' | 'refund' | 'other';
  userId: number;
  payload: string;
  /** Stars that an affiliate got out of it. */
  commission?: number;
}

/** Answers at most `limit` transactions, oldest first, after leaving out `offset`. */
export type FetchStarTransactions = (page: { offset: number; limit: number }) => Promise<StarTransaction[]>;

/** Something for the operator to look at; `code` is a phrase key. */
export interface ReconcileFinding {
  code: 'payment-unmatched' | 'payment-differs' | 'refund-short';
  chargeId: string;
  values: Record<string, string | number>;
}

export interface Reconciled {
  /** Transactions compared. */
  seen: number;
  /** Payments whose update never arrived; the people want to hear of it. */
  credited: {
    chargeId: string;
    personId: number;
    credits: number;
    waitingDraftId: string | null;
    subscription: RecordedPayment['subscription'];
  }[];
  /** Refunds made elsewhere. */
  refunded: { chargeId: string; personId: number; withdrawn: number }[];
  findings: ReconcileFinding[];
}

/** The most that Telegram gives at once. */
const PAGE = 100;

/**
 * Compares Telegram's Star transactions with our payments: credits what was paid while nobody
 * listened, notices refunds made elsewhere, reports what does not fit. Goes on where the last run
 * ended, one page back; `fromStart` reads everything again. May be repeated and interrupted at will:
 * each transaction is settled in a transaction of its own.
 */
export async function reconcile(
  database: Database,
  fetchTransactions: FetchStarTransactions,
  { at, fromStart = false }: { at: Date; fromStart?: boolean },
): Promise<Reconciled> {
  const start = fromStart ? 0 : Math.max(0, (await lastSeen(database)) - PAGE);
  const transactions = await fetchFrom(fetchTransactions, start);
  const result: Reconciled = { seen: transactions.length, credited: [], refunded: [], findings: [] };
  for (const transaction of transactions) {
    if (transaction.kind === 'payment') await settlePayment(database, transaction, { at, result });
  }
  for (const transaction of transactions) {
    if (transaction.kind === 'refund') await settleRefund(database, transaction, { at, result });
  }
  await rememberSeen(database, start + transactions.length);
  return result;
}

async function fetchFrom(fetch: FetchStarTransactions, start: number): Promise<StarTransaction[]> {
  const all: StarTransaction[] = [];
  for (;;) {
    const page = await fetch({ offset: start + all.length, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

interface Run {
  at: Date;
  result: Reconciled;
}

async function settlePayment(database: Database, found: StarTransaction, { at, result }: Run): Promise<void> {
  const { id: chargeId, userId: payerId, stars, payload, commission = 0 } = found;
  const charge = {
    chargeId,
    payerId,
    payload,
    currency: 'XTR',
    totalAmount: stars,
    commission,
    paidAt: found.at,
  };
  const { outcome, payment, waitingDraftId, subscription } = await database.transaction((trx) =>
    recordPayment(trx, { ...charge, source: 'reconcile' }, at),
  );
  if (outcome === 'credited') {
    const { credits } = payment;
    result.credited.push({ chargeId, personId: payerId, credits, waitingDraftId, subscription });
  }
  if (outcome === 'unmatched') {
    const values = { stars, personId: payerId, problem: payment.problem ?? '' };
    result.findings.push({ code: 'payment-unmatched', chargeId, values });
  }
  if (outcome === 'already' && ![stars, stars + commission].includes(payment.stars)) {
    const values = { stars, recorded: payment.stars, personId: payerId };
    result.findings.push({ code: 'payment-differs', chargeId, values });
  }
}

async function settleRefund(database: Database, found: StarTransaction, { at, result }: Run): Promise<void> {
  const { id: chargeId, userId: payerId, stars, payload } = found;
  const { outcome, payment, short } = await database.transaction((trx) =>
    noticeRefund(trx, { chargeId, payerId, payload, stars, source: 'reconcile' }, at),
  );
  if (outcome !== 'withdrawn') return;
  result.refunded.push({ chargeId, personId: payerId, withdrawn: payment.withdrawn });
  if (short > 0) {
    result.findings.push({ code: 'refund-short', chargeId, values: { short, personId: payerId } });
  }
}

async function lastSeen({ db }: Database): Promise<number> {
  const { seen } = await db.selectFrom('star_transactions_seen').select('seen').executeTakeFirstOrThrow();
  return seen;
}

async function rememberSeen({ db }: Database, seen: number): Promise<void> {
  await db.updateTable('star_transactions_seen').set({ seen }).where('seen', '<', seen).execute();
}
