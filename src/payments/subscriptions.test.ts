import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { balance } from '#ledger';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  createInvoice,
  noticeSubscription,
  pendingRefunds,
  recordPayment,
  subscriptionsOf,
  welcome,
} from './index.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number));
const monthly = { id: 'monthly', stars: 300, credits: 800, subscription: true };

onEachEngine((engine) => {
  let database: Database;
  let personId = 0;
  let payload: string;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());
  beforeEach(async () => {
    personId += 1;
    payload = await database.transaction(async (trx) => {
      await welcome(trx, { id: personId, firstName: 'Alice', locale: 'en' }, { startCredits: 0, at: day(0) });
      return (await createInvoice(trx, { personId, pack: monthly, at: day(0) })).id;
    });
  });

  const pay = (chargeId: string, paidAt: Date, subscriptionUntil?: Date, of = payload) =>
    database.transaction((trx) => {
      const until = subscriptionUntil === undefined ? {} : { subscriptionUntil };
      const money = { currency: 'XTR', totalAmount: 300, source: 'update', paidAt, ...until } as const;
      return recordPayment(
        trx,
        { chargeId: `${chargeId}-${personId}`, payerId: personId, payload: of, ...money },
        paidAt,
      );
    });
  const notice = (state: 'active' | 'canceled' | 'failed', of = payload) =>
    database.transaction((trx) => noticeSubscription(trx, { payload: of, state, at: day(5) }));
  const subscription = async () => (await subscriptionsOf(database.db, personId))[0];

  test('the first payment opens a subscription, each renewal lengthens and credits it once', async () => {
    await pay('first', day(0), day(30));
    await pay('second', day(30), day(60));
    await pay('second', day(30), day(60));
    assert.deepEqual(await subscriptionsOf(database.db, personId), [
      {
        invoiceId: payload,
        personId,
        packId: 'monthly',
        stars: 300,
        credits: 800,
        chargeId: `first-${personId}`,
        state: 'active',
        paidUntil: day(60),
      },
    ]);
    assert.equal((await balance(database.db, personId)).available, 1600);
  });

  test('a payment found in the books, without its end, counts for thirty days', async () => {
    await pay('first', day(0));
    assert.deepEqual((await subscription())?.paidUntil, day(30));
  });

  test('a cancellation stands, also when an older payment turns up late', async () => {
    await pay('second', day(30), day(60));
    assert.equal(await notice('canceled'), true);
    await pay('first', day(0), day(30));
    const { state, paidUntil } = (await subscription()) ?? {};
    assert.deepEqual([state, paidUntil], ['canceled', day(60)]);
    assert.equal(
      (await subscription())?.chargeId,
      `first-${personId}`,
      'Telegram knows it by its first charge',
    );
  });

  test('a renewal after a failure makes it active again', async () => {
    await pay('first', day(0), day(30));
    await notice('failed');
    await pay('second', day(31), day(61));
    assert.equal((await subscription())?.state, 'active');
  });

  test('two first months recorded at once, of the same link or of two: one counts, the other is to go back', async () => {
    const { id: other } = await database.transaction((trx) =>
      createInvoice(trx, { personId, pack: monthly, at: day(0) }),
    );
    const charges = ['one', 'two', 'three', 'four'].map((chargeId) => pay(chargeId, day(0), day(30)));
    const outcomes = (await Promise.all([...charges, pay('five', day(0), day(30), other)])).map(
      ({ outcome }) => outcome,
    );
    assert.deepEqual(outcomes.toSorted(), ['credited', 'twice', 'twice', 'twice', 'twice']);
    assert.equal((await balance(database.db, personId)).available, 800);
    const orders = (await pendingRefunds(database.db)).filter(({ payerId }) => payerId === personId);
    assert.deepEqual(new Set(orders.map(({ endsSubscription }) => endsSubscription)), new Set([true]));
    assert.equal(orders.length, 4);
    const { outcome } = await pay('renewal', day(30), day(60));
    assert.equal(outcome, 'credited', 'the next month is no second payment');
  });

  test('news of a subscription that we do not know is told apart', async () => {
    assert.equal(await notice('canceled', 'unknown'), false);
  });
});
