import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { audit, balance, hold, type TopUp, topUp, withdraw } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  const credit = (key: string, personId: number, amount: number, source: TopUp['source'] = 'stars') =>
    database.transaction((trx) => topUp(trx, { key, personId, amount, source, memo: 'Pack M', at }));
  const debit = (key: string, personId: number, amount: number, allowPartial = false) =>
    database.transaction((trx) =>
      withdraw(trx, { key, personId, amount, reason: 'refund', memo: '', at, allowPartial }),
    );

  test('a top-up credits once, however often its key comes', async () => {
    assert.equal(await credit('stars:a', 201, 50), 'posted');
    assert.equal(await credit('stars:a', 201, 50), 'already');
    assert.deepEqual(await balance(database.db, 201), { available: 50, held: 0 });
  });

  test('a key cannot credit somebody else, nor another amount, nor for another reason', async () => {
    await credit('stars:b', 202, 50);
    await assert.rejects(credit('stars:b', 203, 50), /already names another transfer/);
    await assert.rejects(credit('stars:b', 202, 51), /already names another transfer/);
    await assert.rejects(credit('stars:b', 202, 50, 'promo'), /already names another transfer/);
    assert.deepEqual(await balance(database.db, 203), { available: 0, held: 0 });
  });

  test('a top-up of nothing, or of a part of a credit, is a mistake', async () => {
    for (const amount of [0, -5, 1.5, Number.NaN])
      await assert.rejects(credit('stars:c', 204, amount), RangeError);
  });

  test('a withdrawal takes credits once', async () => {
    await credit('stars:d', 205, 50);
    assert.deepEqual(await debit('refund:d', 205, 20), { outcome: 'posted', withdrawn: 20 });
    assert.deepEqual(await debit('refund:d', 205, 20), { outcome: 'already', withdrawn: 20 });
    assert.deepEqual(await balance(database.db, 205), { available: 30, held: 0 });
  });

  test('a withdrawal leaves held credits alone and says what is missing', async () => {
    await credit('stars:e', 206, 50);
    await database.transaction((trx) => hold(trx, { key: 'g206', personId: 206, amount: 30, memo: '', at }));
    await assert.rejects(debit('refund:e', 206, 50), {
      code: 'balance-too-low',
      values: { needed: 50, available: 20, missing: 30 },
    });
    assert.deepEqual(await balance(database.db, 206), { available: 20, held: 30 });
  });

  test('a partial withdrawal takes what is there and remembers how much it was', async () => {
    await credit('stars:f', 207, 50);
    await debit('refund:f1', 207, 40);
    assert.deepEqual(await debit('refund:f2', 207, 40, true), { outcome: 'posted', withdrawn: 10 });
    await credit('stars:f3', 207, 100);
    assert.deepEqual(await debit('refund:f2', 207, 40, true), { outcome: 'already', withdrawn: 10 });
    assert.deepEqual(await debit('refund:f4', 299, 40, true), { outcome: 'posted', withdrawn: 0 });
  });

  test('what people own and what the house gave cancel out', async () => {
    const { ok, totals } = await audit(database.db);
    const { people, held, ...house } = totals;
    assert.ok(ok);
    assert.equal(held, 30);
    assert.equal(people + Object.values(house).reduce((sum, credits) => sum + credits, 0), 0);
    assert.ok(people > 0);
  });
});
