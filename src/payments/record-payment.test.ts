import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit, balance, statement } from '#ledger';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  type Charge,
  createInvoice,
  creditUnmatchedPayment,
  getPayment,
  paymentsAuditChecks,
  recordPayment,
  unmatchedPayments,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  /** A newcomer with an invoice of 200 Stars for 450 credits. */
  async function invoiceFor(personId: number, waitingDraftId = 'd'): Promise<string> {
    return database.transaction(async (trx) => {
      await welcome(trx, { id: personId, firstName: 'Somebody', locale: 'en' }, { startCredits: 0, at });
      const pack = { id: 'm', stars: 200, credits: 450 };
      return (await createInvoice(trx, { personId, pack, waitingDraftId, at })).id;
    });
  }
  const record = (charge: Pick<Charge, 'chargeId' | 'payerId' | 'payload'> & Partial<Charge>) =>
    database.transaction((trx) =>
      recordPayment(trx, { currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update', ...charge }, at),
    );
  const available = async (id: number) => (await balance(database.db, id)).available;

  test('a payment credits what its invoice says and names the draft to go on with', async () => {
    const payload = await invoiceFor(1, 'd1');
    const { outcome, payment, waitingDraftId } = await record({ chargeId: 'c1', payerId: 1, payload });
    assert.deepEqual([outcome, payment.credits, waitingDraftId], ['credited', 450, 'd1']);
    assert.equal(await available(1), 450);
    const [entry] = await statement(database.db, 1, { limit: 1 });
    assert.deepEqual([entry?.kind, entry?.memo, entry?.amount], ['stars', 'm', 450]);
  });

  test('a payment counts once, whoever delivers it and however often', async () => {
    const payload = await invoiceFor(2);
    const deliveries = [0, 1, 2, 3, 4, 5].map((index) =>
      record({ chargeId: 'c2', payerId: 2, payload, source: index % 2 ? 'reconcile' : 'update' }),
    );
    const outcomes = (await Promise.all(deliveries)).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes.toSorted(), [
      'already',
      'already',
      'already',
      'already',
      'already',
      'credited',
    ]);
    assert.equal(await available(2), 450);
  });

  test('two charges of one invoice are two payments', async () => {
    const payload = await invoiceFor(3);
    await record({ chargeId: 'c3', payerId: 3, payload });
    await record({ chargeId: 'c3-again', payerId: 3, payload });
    assert.equal(await available(3), 900);
  });

  test('the sum may come without what an affiliate got of it', async () => {
    const payload = await invoiceFor(4);
    const { outcome } = await record({
      chargeId: 'c4',
      payerId: 4,
      payload,
      totalAmount: 180,
      commission: 20,
    });
    assert.equal(outcome, 'credited');
  });

  test('a payment that fits no invoice credits nothing and waits for the operator', async () => {
    const payload = await invoiceFor(5);
    await invoiceFor(6);
    const strange = [
      await record({ chargeId: 'x1', payerId: 5, payload: 'forged' }),
      await record({ chargeId: 'x2', payerId: 5, payload, totalAmount: 199 }),
      await record({ chargeId: 'x3', payerId: 5, payload, currency: 'USD' }),
      await record({ chargeId: 'x4', payerId: 6, payload }),
    ];
    assert.deepEqual(
      strange.map(({ outcome, payment }) => [outcome, payment.problem]),
      [
        ['unmatched', 'invoice-unknown'],
        ['unmatched', 'amount-differs'],
        ['unmatched', 'amount-differs'],
        ['unmatched', 'payer-differs'],
      ],
    );
    assert.deepEqual([await available(5), await available(6)], [0, 0]);
    const waiting = (await unmatchedPayments(database.db)).map(({ chargeId }) => chargeId);
    assert.deepEqual(waiting.toSorted(), ['x1', 'x2', 'x3', 'x4']);
  });

  test('the operator credits an unmatched payment once', async () => {
    const payload = await invoiceFor(7);
    await record({ chargeId: 'x5', payerId: 7, payload, totalAmount: 100 });
    const credit = () =>
      database.transaction((trx) => creditUnmatchedPayment(trx, { chargeId: 'x5', credits: 200, at }));
    assert.equal((await credit()).state, 'credited');
    await assert.rejects(credit(), { code: 'payment-already-credited' });
    assert.equal(await available(7), 200);
    const unknown = database.transaction((trx) =>
      creditUnmatchedPayment(trx, { chargeId: '?', credits: 1, at }),
    );
    await assert.rejects(unknown, { code: 'payment-unknown' });
  });

  test('a payment keeps who paid, what and when', async () => {
    const payload = await invoiceFor(8);
    await record({ chargeId: 'c8', payerId: 8, payload });
    assert.deepEqual(await getPayment(database.db, 'c8'), {
      chargeId: 'c8',
      invoiceId: payload,
      payerId: 8,
      stars: 200,
      credits: 450,
      state: 'credited',
      problem: null,
      withdrawn: 0,
      paidAt: at,
    });
  });

  test('payments and ledger agree', async () => {
    assert.deepEqual((await audit(database.db, paymentsAuditChecks)).findings, []);
  });
});
