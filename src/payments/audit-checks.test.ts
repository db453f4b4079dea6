import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { audit, topUp } from '#ledger';
import type { Database, Trx } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  beginRefund,
  createInvoice,
  createPromoCode,
  paymentsAuditChecks,
  recordPayment,
  redeemPromoCode,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');
const pack = { id: 'm', stars: 200, credits: 450 };
const money = { payerId: 1, currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    await database.transaction(async (trx) => {
      await welcome(trx, { id: 1, firstName: 'Alice', locale: 'en' }, { startCredits: 0, at });
      const { id: payload } = await createInvoice(trx, { personId: 1, pack, at });
      await recordPayment(trx, { chargeId: 'kept', payload, ...money }, at);
      await recordPayment(trx, { chargeId: 'returned', payload, ...money }, at);
      await beginRefund(trx, { chargeId: 'returned', reason: 'asked for', at });
      await createPromoCode(trx, { code: 'GIFT', credits: 5, at });
      await redeemPromoCode(trx, { personId: 1, code: 'GIFT', at });
    });
  });
  after(() => database.close());

  /** The checks that fail after some damage, which is undone at once. */
  async function failedChecksAfter(damage: (trx: Trx) => Promise<unknown>): Promise<string[]> {
    const failed: string[] = [];
    const undo = new Error('undo');
    const damaged = database.transaction(async (trx) => {
      await damage(trx);
      for (const check of paymentsAuditChecks)
        if ((await check.find(trx)).length > 0) failed.push(check.name);
      throw undo;
    });
    await assert.rejects(damaged, undo);
    return failed;
  }

  test('sound payments have no finding', async () => {
    assert.deepEqual((await audit(database.db, paymentsAuditChecks)).findings, []);
  });

  test('credits for Stars that nobody paid are found', async () => {
    const gift = { key: 'stars:invented', personId: 1, amount: 9, source: 'stars', memo: '', at } as const;
    assert.deepEqual(await failedChecksAfter((trx) => topUp(trx, gift)), ['stars-top-ups-are-payments']);
  });

  const damages: [string, RawBuilder<unknown>, string[]][] = [
    [
      'a payment rewritten to more credits than were given',
      sql`UPDATE payments SET credits = 999 WHERE charge_id = 'kept'`,
      ['stars-top-ups-are-payments'],
    ],
    [
      'a payment without its credits',
      sql`INSERT INTO payments (charge_id, payload, payer_id, stars, credits, state, source, paid_at, recorded_at)
          VALUES ('bare', '', 1, 1, 1, 'credited', 'update', ${at}, ${at})`,
      ['payments-are-credited'],
    ],
    [
      'a refund that says it took less than it did',
      sql`UPDATE payments SET withdrawn = 1 WHERE charge_id = 'returned'`,
      ['refunds-took-credits-back'],
    ],
    ['a promo use counted twice', sql`UPDATE promo_codes SET uses = 2`, ['promo-uses-are-top-ups']],
  ];
  for (const [name, damage, checks] of damages) {
    test(`${name} is found`, async () => {
      assert.deepEqual(await failedChecksAfter((trx) => damage.execute(trx)), checks);
    });
  }
});
