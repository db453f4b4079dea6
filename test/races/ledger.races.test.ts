import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { audit, balance, capture, hold, release, topUp } from '#ledger';
import {
  beginRefund,
  createInvoice,
  createPromoCode,
  finishRefund,
  getPayment,
  noticeRefund,
  paymentsAuditChecks,
  recordPayment,
  redeemPromoCode,
  rewardReferral,
  welcome,
} from '#payments';
import { reserveFreeUse } from '#people';
import { type Database, isAppError, openDatabase, type Trx } from '#platform';
import { engines, silentLog, testDatabase } from '../kit/index.ts';

const at = new Date('2026-11-16T12:00:00Z');
const pack = { id: 'm', stars: 200, credits: 450 };
const CROWD = 50;
/** So many run truly side by side, the others queue for a connection: PostgreSQL gives 100 to all tests together. */
const CONNECTIONS = 15;

describe('fifty at once on PostgreSQL', {
  skip: engines.includes('postgres') ? false : 'no PostgreSQL',
}, () => {
  let home: Database;
  let database: Database;
  let personId = 0;
  before(async () => {
    home = await testDatabase('postgres');
    if (home.engine !== 'postgres') throw new Error('These races need PostgreSQL');
    database = await openDatabase({
      url: home.url,
      dataDir: 'memory',
      log: silentLog,
      poolSize: CONNECTIONS,
    });
  });
  after(async () => {
    await database.close();
    await home.close();
  });
  /** Everybody's story begins with a newcomer who owns 100 credits. */
  beforeEach(async () => {
    personId += 100;
    await arrive(personId);
  });
  afterEach(async () => {
    assert.deepEqual((await audit(database.db, paymentsAuditChecks)).findings, []);
  });

  const arrive = (id: number, referredBy?: string) =>
    database.transaction((trx) => {
      const invitation = referredBy === undefined ? {} : { referredBy };
      const profile = { id, firstName: 'Somebody', locale: 'en' };
      return welcome(trx, profile, { startCredits: 100, at, ...invitation });
    });

  /** Runs `CROWD` transactions at once; answers how often each outcome or error code came. */
  async function crowd(deed: (trx: Trx, index: number) => Promise<string>): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    const one = async (index: number) => {
      const outcome = await database.transaction((trx) => deed(trx, index)).catch(codeOf);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    };
    await Promise.all(Array.from({ length: CROWD }, (_, index) => one(index)));
    return counts;
  }

  const take = (trx: Trx, key: string, amount: number) => hold(trx, { key, personId, amount, memo: '', at });

  /** An invoice of the newcomer, and its payment by Telegram's charge id. */
  async function invoiced(): Promise<(trx: Trx, chargeId: string) => Promise<string>> {
    const { id: payload } = await database.transaction((trx) => createInvoice(trx, { personId, pack, at }));
    const money = { payerId: personId, payload, currency: 'XTR', totalAmount: 200, paidAt: at } as const;
    return async (trx, chargeId) =>
      (await recordPayment(trx, { chargeId, source: 'update', ...money }, at)).outcome;
  }

  test('of many holds against one balance exactly as many win as it can pay', async () => {
    const counts = await crowd((trx, index) => take(trx, `hold-${personId}-${index}`, 7));
    assert.deepEqual(counts, { held: 14, 'balance-too-low': 36 });
    assert.deepEqual(await balance(database.db, personId), { available: 2, held: 98 });
  });

  test('one key held by everybody is held once', async () => {
    const counts = await crowd((trx) => take(trx, `hold-${personId}`, 60));
    assert.deepEqual(counts, { held: 1, already: 49 });
    assert.deepEqual(await balance(database.db, personId), { available: 40, held: 60 });
  });

  test('of capture and release of one hold exactly one wins', async () => {
    const key = `hold-${personId}`;
    await database.transaction((trx) => take(trx, key, 60));
    const counts = await crowd((trx, index) =>
      index % 2 ? capture(trx, { key, at }) : release(trx, { key, reason: 'race', at }),
    );
    const captured = counts.captured === 1;
    const refusal = captured ? 'hold-already-captured' : 'hold-already-released';
    assert.deepEqual(counts, { [captured ? 'captured' : 'released']: 1, already: 24, [refusal]: 25 });
    assert.deepEqual(await balance(database.db, personId), { available: captured ? 40 : 100, held: 0 });
  });

  test('people who hold, capture and earn at once lose nothing', async () => {
    await crowd(async (trx, index) => {
      const key = `work-${personId}-${index}`;
      await topUp(trx, { key: `gain-${key}`, personId, amount: 3, source: 'operator', memo: '', at });
      await take(trx, key, 2);
      return capture(trx, { key, at });
    });
    assert.deepEqual(await balance(database.db, personId), { available: 100 + CROWD, held: 0 });
  });

  test('the last use of a promo code goes to one person', async () => {
    const code = `LAST-${personId}`;
    await database.transaction((trx) => createPromoCode(trx, { code, credits: 5, maxUses: 1, at }));
    for (let index = 1; index < CROWD; index++) await arrive(personId + index);
    const counts = await crowd(async (trx, index) => {
      await redeemPromoCode(trx, { personId: personId + index, code, at });
      return 'redeemed';
    });
    assert.deepEqual(counts, { redeemed: 1, 'promo-used-up': 49 });
  });

  test('one person redeems a promo code once, however often they press', async () => {
    const code = `ONCE-${personId}`;
    await database.transaction((trx) => createPromoCode(trx, { code, credits: 5, at }));
    const counts = await crowd(async (trx) => {
      await redeemPromoCode(trx, { personId, code, at });
      return 'redeemed';
    });
    assert.deepEqual(counts, { redeemed: 1, 'promo-already-used': 49 });
    assert.equal((await balance(database.db, personId)).available, 105);
  });

  test('the last free uses of a day go to as many takers', async () => {
    const quota = { name: 'pictures', perDay: 3, timeZone: 'UTC' };
    const counts = await crowd((trx, index) =>
      reserveFreeUse(trx, { key: `free-${personId}-${index}`, personId, quota, at }),
    );
    assert.deepEqual(counts, { reserved: 3, 'none-left': 47 });
  });

  test('a payment delivered by everybody is credited once', async () => {
    const pay = await invoiced();
    assert.deepEqual(await crowd((trx) => pay(trx, `charge-${personId}`)), { credited: 1, already: 49 });
    assert.equal((await balance(database.db, personId)).available, 550);
  });

  test('a refund against spending: either the credits are back or the refund is refused', async () => {
    const chargeId = `charge-${personId}`;
    const pay = await invoiced();
    await database.transaction((trx) => pay(trx, chargeId));
    const counts = await crowd(async (trx, index) => {
      if (index !== CROWD / 2) return take(trx, `spend-${personId}-${index}`, 25);
      await beginRefund(trx, { chargeId, reason: 'asked for', at });
      return 'begun';
    });
    const refunded = counts.begun === 1;
    assert.deepEqual(await balance(database.db, personId), {
      available: 550 - (refunded ? 450 : 0) - 25 * (counts.held ?? 0),
      held: 25 * (counts.held ?? 0),
    });
    assert.equal(counts.held, refunded ? 4 : 22);
    assert.equal((await getPayment(database.db, chargeId))?.state, refunded ? 'refunding' : 'credited');
    assert.equal(counts['refund-credits-spent'] ?? 0, refunded ? 0 : 1);
  });

  test('a refund begun, noticed and finished by everybody takes the credits once', async () => {
    const chargeId = `charge-${personId}`;
    const pay = await invoiced();
    await database.transaction((trx) => pay(trx, chargeId));
    await crowd(async (trx, index) => {
      if (index % 3 === 0) return (await beginRefund(trx, { chargeId, reason: 'asked for', at })).chargeId;
      if (index % 3 === 1) return finishRefund(trx, { chargeId, outcome: 'refunded', at });
      const news = { chargeId, payerId: personId, payload: '', stars: 200, source: 'update' } as const;
      return (await noticeRefund(trx, news, at)).outcome;
    });
    assert.equal((await getPayment(database.db, chargeId))?.state, 'refunded');
    assert.deepEqual(await balance(database.db, personId), { available: 100, held: 0 });
  });

  test('an invitation is rewarded once, however many first uses there are', async () => {
    const { person } = await arrive(personId);
    await arrive(personId + 1, person.referralCode);
    const reward = { personId: personId + 1, credits: 5, inviterCredits: 10, at };
    const counts = await crowd(async (trx) => String(await rewardReferral(trx, reward)));
    assert.deepEqual(counts, { [personId]: 1, null: 49 });
    assert.equal((await balance(database.db, personId)).available, 110);
    assert.equal((await balance(database.db, personId + 1)).available, 105);
  });
});

function codeOf(error: unknown): string {
  if (isAppError(error)) return error.code;
  throw error;
}
