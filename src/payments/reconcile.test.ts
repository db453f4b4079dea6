import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { audit, balance, hold } from '#ledger';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  createInvoice,
  type FetchStarTransactions,
  paymentsAuditChecks,
  reconcile,
  recordPayment,
  type StarTransaction,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');
const pack = { id: 'm', stars: 200, credits: 450 };

onEachEngine((engine) => {
  let database: Database;
  let personId = 0;
  let payload: string;
  let books: StarTransaction[];
  let asked: number[];
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());
  beforeEach(async () => {
    books = [];
    asked = [];
    personId += 1;
    await database.db.updateTable('star_transactions_seen').set({ seen: 0 }).execute();
    payload = await database.transaction(async (trx) => {
      await welcome(trx, { id: personId, firstName: 'Alice', locale: 'en' }, { startCredits: 0, at });
      return (await createInvoice(trx, { personId, pack, waitingDraftId: 'd1', at })).id;
    });
  });

  /** Telegram's books, oldest first. */
  const telegram: FetchStarTransactions = async ({ offset, limit }) => {
    asked.push(offset);
    return books.slice(offset, offset + limit);
  };
  const charge = (name: string) => `${name}-${personId}`;
  const entry = (name: string, change: Partial<StarTransaction> = {}): StarTransaction => ({
    id: charge(name),
    stars: 200,
    at,
    kind: 'payment',
    userId: personId,
    payload,
    ...change,
  });
  const run = (fromStart = false) => reconcile(database, telegram, { at, fromStart });
  const available = async () => (await balance(database.db, personId)).available;

  test('a payment whose update never came is credited, once', async () => {
    books = [entry('c1')];
    const first = await run();
    assert.deepEqual(first.credited, [
      { chargeId: charge('c1'), personId, credits: 450, waitingDraftId: 'd1', subscription: null },
    ]);
    const second = await run();
    assert.deepEqual([second.credited, second.findings], [[], []]);
    assert.equal(await available(), 450);
  });

  test('a payment that came by its update is left alone', async () => {
    const money = { currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;
    await database.transaction((trx) =>
      recordPayment(trx, { chargeId: charge('c1'), payerId: personId, payload, ...money }, at),
    );
    books = [entry('c1')];
    assert.deepEqual(await run(), { seen: 1, credited: [], refunded: [], findings: [] });
    assert.equal(await available(), 450);
  });

  test('a refund made elsewhere is noticed, and what was spent is reported', async () => {
    books = [entry('c1')];
    await run();
    await database.transaction((trx) => hold(trx, { key: charge('g'), personId, amount: 50, memo: '', at }));
    books.push(entry('c1', { kind: 'refund' }));
    const { refunded, findings } = await run();
    assert.deepEqual(refunded, [{ chargeId: charge('c1'), personId, withdrawn: 400 }]);
    assert.deepEqual(findings, [
      { code: 'refund-short', chargeId: charge('c1'), values: { short: 50, personId } },
    ]);
    assert.equal((await audit(database.db, paymentsAuditChecks)).ok, true);
  });

  test('a payment and its refund, both missed, leave nothing behind', async () => {
    books = [entry('c1', { kind: 'refund' }), entry('c1')];
    const { refunded } = await run();
    assert.deepEqual(refunded, [{ chargeId: charge('c1'), personId, withdrawn: 450 }]);
    assert.equal(await available(), 0);
  });

  test('what fits no invoice goes to the operator and credits nothing', async () => {
    books = [entry('odd', { payload: 'forged' }), entry('less', { stars: 150 })];
    const { findings } = await run();
    assert.deepEqual(
      findings.map(({ code, chargeId, values }) => [code, chargeId, values.problem]),
      [
        ['payment-unmatched', charge('odd'), 'invoice-unknown'],
        ['payment-unmatched', charge('less'), 'amount-differs'],
      ],
    );
    assert.equal(await available(), 0);
  });

  test('a recorded payment of another sum than Telegram has is reported', async () => {
    const money = { currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;
    await database.transaction((trx) =>
      recordPayment(trx, { chargeId: charge('c1'), payerId: personId, payload, ...money }, at),
    );
    books = [entry('c1', { stars: 20 })];
    const { findings } = await run();
    const values = { stars: 20, recorded: 200, personId };
    assert.deepEqual(findings, [{ code: 'payment-differs', chargeId: charge('c1'), values }]);
  });

  test('withdrawals and gifts in the books are none of our payments', async () => {
    books = [entry('w', { kind: 'other', stars: 5000 })];
    assert.deepEqual(await run(), { seen: 1, credited: [], refunded: [], findings: [] });
  });

  test('many pages are read to the end, and the next run goes on one page back', async () => {
    books = Array.from({ length: 250 }, (_, index) => entry(`w${index}`, { kind: 'other' }));
    await run();
    assert.deepEqual(asked.splice(0), [0, 100, 200]);
    books.push(entry('c1'));
    assert.equal((await run()).credited.length, 1);
    assert.deepEqual(asked.splice(0), [150, 250]);
    await run(true);
    assert.deepEqual(asked, [0, 100, 200]);
  });

  test('a run that breaks off is made up for by the next one', async () => {
    books = Array.from({ length: 150 }, (_, index) => entry(`w${index}`, { kind: 'other' }));
    books.unshift(entry('c1'));
    const broken: FetchStarTransactions = async (page) => {
      if (page.offset > 0) throw new Error('Telegram is away');
      return telegram(page);
    };
    await assert.rejects(reconcile(database, broken, { at }), /away/);
    assert.equal((await run()).credited.length, 1);
  });
});
