import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { balance } from '#ledger';
import { referralsOf } from '#people';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { rewardReferral, welcome } from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  const arrive = (id: number, referredBy?: string, startCredits = 50) =>
    database.transaction((trx) =>
      welcome(
        trx,
        { id, firstName: 'Somebody', locale: 'en' },
        { startCredits, at, ...(referredBy === undefined ? {} : { referredBy }) },
      ),
    );
  const available = async (id: number) => (await balance(database.db, id)).available;
  const reward = (personId: number) =>
    database.transaction((trx) => rewardReferral(trx, { personId, credits: 5, inviterCredits: 10, at }));

  test('somebody new gets the starting balance, once', async () => {
    assert.equal((await arrive(1)).isNew, true);
    assert.equal((await arrive(1)).isNew, false);
    assert.equal(await available(1), 50);
  });

  test('ten first messages at once give one starting balance', async () => {
    await Promise.all(Array.from({ length: 10 }, () => arrive(2)));
    assert.equal(await available(2), 50);
  });

  test('without a starting balance a person begins with nothing', async () => {
    await arrive(3, undefined, 0);
    assert.equal(await available(3), 0);
  });

  test('an invitation counts at the first meeting only', async () => {
    const { referralCode } = (await arrive(4)).person;
    assert.equal((await arrive(5, referralCode)).invitation, 'recorded');
    assert.equal((await arrive(1, referralCode)).invitation, null);
    assert.equal((await arrive(6, 'no-such-code')).invitation, 'code-unknown');
    assert.deepEqual(await referralsOf(database.db, 4), { invited: 1, rewarded: 0 });
  });

  test('both sides of an invitation are rewarded once, on the first real use', async () => {
    const { referralCode } = (await arrive(7)).person;
    await arrive(8, referralCode);
    const rewards = await Promise.all(Array.from({ length: 5 }, () => reward(8)));
    assert.deepEqual(rewards.toSorted(), [7, null, null, null, null]);
    assert.deepEqual([await available(7), await available(8)], [60, 55]);
  });

  test('who came alone brings nobody a reward', async () => {
    await arrive(9);
    assert.equal(await reward(9), null);
    assert.equal(await available(9), 50);
  });
});
