import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit, balance, hold } from '#ledger';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  beginRefund,
  createInvoice,
  finishRefund,
  getPayment,
  noticeRefund,
  paymentsAuditChecks,
  pendingRefunds,
  recordPayment,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  const chargeOf = (personId: number) => `charge-${personId}`;
  const pay = (personId: number, payload: string) =>
    database.transaction((trx) => {
      const money = { currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;
      return recordPayment(trx, { chargeId: chargeOf(personId), payerId: personId, payload, ...money }, at);
    });
  /** A newcomer who paid 200 Stars for 450 credits and has put `spent` of them to use. */
  async function buyer(personId: number, spent = 0): Promise<string> {
    const pack = { id: 'm', stars: 200, credits: 450 };
    const { id } = await database.transaction(async (trx) => {
      await welcome(trx, { id: personId, firstName: 'Somebody', locale: 'en' }, { startCredits: 0, at });
      return createInvoice(trx, { personId, pack, at });
    });
    await pay(personId, id);
    await database.transaction((trx) =>
      hold(trx, { key: `g${personId}`, personId, amount: spent, memo: '', at }),
    );
    return chargeOf(personId);
  }
  const begin = (chargeId: string, force = false) =>
    database.transaction((trx) => beginRefund(trx, { chargeId, reason: 'asked for', force, at }));
  const finish = (chargeId: string, outcome: 'refunded' | 'refused') =>
    database.transaction((trx) => finishRefund(trx, { chargeId, outcome, at }));
  const notice = (chargeId: string, payerId: number) =>
    database.transaction((trx) =>
      noticeRefund(trx, { chargeId, payerId, payload: 'p', stars: 200, source: 'update' }, at),
    );
  const available = async (id: number) => (await balance(database.db, id)).available;
  const stateOf = async (chargeId: string) => (await getPayment(database.db, chargeId))?.state;

  test('a refund takes the credits first and is done when Telegram says so', async () => {
    const chargeId = await buyer(1);
    const order = { chargeId, payerId: 1, stars: 200, credits: 450, withdrawn: 450, endsSubscription: false };
    assert.deepEqual(await begin(chargeId), order);
    assert.equal(await available(1), 0);
    assert.deepEqual(await pendingRefunds(database.db), [order]);
    assert.equal(await finish(chargeId, 'refunded'), 'refunded');
    assert.equal(await finish(chargeId, 'refunded'), 'already');
    assert.equal(await stateOf(chargeId), 'refunded');
    assert.deepEqual(await pendingRefunds(database.db), []);
    await assert.rejects(begin(chargeId), { code: 'payment-already-refunded' });
  });

  test('begun twice, as after a crash, a refund takes credits once', async () => {
    const chargeId = await buyer(2);
    assert.deepEqual(await begin(chargeId), await begin(chargeId));
    await finish(chargeId, 'refunded');
    assert.equal(await available(2), 0);
  });

  test('a refund is refused while credits are spent, and nothing moves', async () => {
    const chargeId = await buyer(3, 100);
    await assert.rejects(begin(chargeId), {
      code: 'refund-credits-spent',
      values: { needed: 450, available: 350, missing: 100 },
    });
    assert.deepEqual([await available(3), await stateOf(chargeId)], [350, 'credited']);
  });

  test('a forced refund takes what is left', async () => {
    const chargeId = await buyer(4, 100);
    assert.equal((await begin(chargeId, true)).withdrawn, 350);
    await finish(chargeId, 'refunded');
    assert.deepEqual(await balance(database.db, 4), { available: 0, held: 100 });
  });

  test('when Telegram refuses, the credits return, and a later refund works', async () => {
    const chargeId = await buyer(5);
    await begin(chargeId);
    assert.equal(await finish(chargeId, 'refused'), 'restored');
    assert.deepEqual([await available(5), await stateOf(chargeId)], [450, 'credited']);
    await begin(chargeId);
    await finish(chargeId, 'refunded');
    assert.deepEqual([await available(5), await stateOf(chargeId)], [0, 'refunded']);
  });

  test('an unmatched payment can be refunded; refused, it is unmatched again', async () => {
    await buyer(6);
    const money = { currency: 'XTR', totalAmount: 9, paidAt: at, source: 'update' } as const;
    await database.transaction((trx) =>
      recordPayment(trx, { chargeId: 'odd', payerId: 6, payload: 'forged', ...money }, at),
    );
    assert.deepEqual(await begin('odd'), {
      chargeId: 'odd',
      payerId: 6,
      stars: 9,
      credits: 0,
      withdrawn: 0,
      endsSubscription: false,
    });
    await finish('odd', 'refused');
    assert.equal(await stateOf('odd'), 'unmatched');
    assert.equal(await available(6), 450);
  });

  test('a refund made elsewhere takes back what is left and says what is short', async () => {
    const chargeId = await buyer(7, 100);
    const { outcome, short, payment } = await notice(chargeId, 7);
    assert.deepEqual([outcome, short, payment.withdrawn], ['withdrawn', 100, 350]);
    assert.equal((await notice(chargeId, 7)).outcome, 'already');
    assert.deepEqual(await balance(database.db, 7), { available: 0, held: 100 });
  });

  test('the news of our own refund finishes it', async () => {
    const chargeId = await buyer(8);
    await begin(chargeId);
    assert.equal((await notice(chargeId, 8)).outcome, 'withdrawn');
    assert.equal(await finish(chargeId, 'refunded'), 'already');
    assert.deepEqual([await available(8), await stateOf(chargeId)], [0, 'refunded']);
  });

  test('a payment that arrives after its refund credits nothing', async () => {
    assert.equal((await notice('charge-9', 9)).outcome, 'unknown-charge');
    await buyer(9);
    assert.equal(await available(9), 0);
    assert.equal(await stateOf('charge-9'), 'refunded');
  });

  test('a refund of a payment that nobody made says so', async () => {
    await assert.rejects(begin('never'), { code: 'payment-unknown' });
    await assert.rejects(finish('never', 'refunded'), { code: 'payment-unknown' });
  });

  test('payments and ledger agree', async () => {
    assert.deepEqual((await audit(database.db, paymentsAuditChecks)).findings, []);
  });
});
