import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Database, isAppError } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { audit, balance, capture, hold, release, topUp } from './index.ts';

const at = new Date('2026-11-20T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  /** Somebody with 100 credits. */
  async function withHundred(personId: number): Promise<number> {
    const request = {
      key: `start:${personId}`,
      personId,
      amount: 100,
      source: 'start',
      memo: '',
      at,
    } as const;
    await database.transaction((trx) => topUp(trx, request));
    return personId;
  }
  const take = (key: string, personId: number, amount: number) =>
    database.transaction((trx) => hold(trx, { key, personId, amount, memo: 'Flux', at }));
  const keep = (key: string, amount?: number) =>
    database.transaction((trx) => capture(trx, { key, at, ...(amount === undefined ? {} : { amount }) }));
  const giveBack = (key: string) =>
    database.transaction((trx) => release(trx, { key, reason: 'task-failed', at }));

  test('a hold sets credits aside and a capture takes them for good', async () => {
    const alice = await withHundred(101);
    assert.equal(await take('g101', alice, 30), 'held');
    assert.deepEqual(await balance(database.db, alice), { available: 70, held: 30 });
    assert.equal(await keep('g101'), 'captured');
    assert.deepEqual(await balance(database.db, alice), { available: 70, held: 0 });
  });

  test('a capture of less than the hold gives the rest back', async () => {
    const alice = await withHundred(102);
    await take('g102', alice, 30);
    assert.equal(await keep('g102', 12), 'captured');
    assert.deepEqual(await balance(database.db, alice), { available: 88, held: 0 });
  });

  test('a capture of more than the hold is refused', async () => {
    const alice = await withHundred(103);
    await take('g103', alice, 30);
    await assert.rejects(keep('g103', 31), /hold g103 is of 30/);
    assert.deepEqual(await balance(database.db, alice), { available: 70, held: 30 });
  });

  test('a release gives everything back', async () => {
    const alice = await withHundred(104);
    await take('g104', alice, 30);
    assert.equal(await giveBack('g104'), 'released');
    assert.deepEqual(await balance(database.db, alice), { available: 100, held: 0 });
  });

  test('every step repeated with its key says already and moves nothing', async () => {
    const alice = await withHundred(105);
    await take('g105', alice, 30);
    assert.equal(await take('g105', alice, 30), 'already');
    await keep('g105');
    assert.equal(await keep('g105'), 'already');
    assert.equal(await take('g105', alice, 30), 'already');
    await take('h105', alice, 70);
    await giveBack('h105');
    assert.equal(await giveBack('h105'), 'already');
    assert.deepEqual(await balance(database.db, alice), { available: 70, held: 0 });
  });

  test('a repeated hold says already even when nothing is left', async () => {
    const alice = await withHundred(106);
    await take('g106', alice, 100);
    assert.equal(await take('g106', alice, 100), 'already');
  });

  test('a hold beyond the balance says how much is missing and holds nothing', async () => {
    const alice = await withHundred(107);
    await take('g107', alice, 80);
    await assert.rejects(take('h107', alice, 50), (error) => {
      assert.ok(isAppError(error, 'balance-too-low'));
      assert.deepEqual(error.values, { needed: 50, available: 20, missing: 30 });
      return true;
    });
    assert.deepEqual(await balance(database.db, alice), { available: 20, held: 80 });
  });

  test('somebody without an account can hold nothing but nothing', async () => {
    await assert.rejects(take('g108', 108, 1), {
      code: 'balance-too-low',
      values: { needed: 1, available: 0, missing: 1 },
    });
    assert.equal(await take('h108', 108, 0), 'held');
    assert.equal(await keep('h108'), 'captured');
  });

  test('a captured hold cannot be released, nor a released one captured', async () => {
    const alice = await withHundred(109);
    await take('g109', alice, 10);
    await keep('g109');
    await assert.rejects(giveBack('g109'), { code: 'hold-already-captured' });
    await take('h109', alice, 10);
    await giveBack('h109');
    await assert.rejects(keep('h109'), { code: 'hold-already-released' });
    assert.deepEqual(await balance(database.db, alice), { available: 90, held: 0 });
  });

  test('a key that names another hold is a mistake, not a repetition', async () => {
    const alice = await withHundred(110);
    await take('g110', alice, 10);
    await assert.rejects(take('g110', alice, 11), /already names another transfer/);
    const bob = await withHundred(111);
    await assert.rejects(take('g110', bob, 10), /already names another transfer/);
  });

  test('amounts are whole numbers from zero on', async () => {
    const alice = await withHundred(112);
    for (const amount of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      await assert.rejects(take('g112', alice, amount), RangeError);
    }
  });

  test('a hold that does not exist cannot be settled', async () => {
    await assert.rejects(keep('never'), /there is no hold never/);
    await assert.rejects(giveBack('never'), /there is no hold never/);
  });

  test('a hold goes with its transaction when that is rolled back', async () => {
    const alice = await withHundred(113);
    const doomed = database.transaction(async (trx) => {
      await hold(trx, { key: 'g113', personId: alice, amount: 40, memo: '', at });
      throw new Error('changed my mind');
    });
    await assert.rejects(doomed, /changed my mind/);
    assert.deepEqual(await balance(database.db, alice), { available: 100, held: 0 });
  });

  test('credits move only inside a transaction', async () => {
    // @ts-expect-error the compiler refuses it first; this is the second line
    const outside = hold(database.db, { key: 'g114', personId: 114, amount: 0, memo: '', at });
    await assert.rejects(outside, /transaction is needed/);
  });

  test('the books are right after all of this', async () => {
    assert.deepEqual((await audit(database.db)).findings, []);
  });
});
