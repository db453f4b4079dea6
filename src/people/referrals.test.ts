import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import { claimReferralReward, meet, recordInvitation, referralsOf } from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
  });
  after(() => database.close());

  /** Meets a person and answers their referral code. */
  const codeOf = async (id: number) => {
    const profile = { id, firstName: 'Somebody', locale: 'en' };
    return (await database.transaction((trx) => meet(trx, profile, at))).person.referralCode;
  };
  const invite = (personId: number, code: string) =>
    database.transaction((trx) => recordInvitation(trx, { personId, code, at }));
  const claim = (personId: number) => database.transaction((trx) => claimReferralReward(trx, personId, at));

  test('an invitation is written down once and for ever', async () => {
    const [alice, bob] = [await codeOf(1), await codeOf(2)];
    await codeOf(3);
    assert.equal(await invite(3, alice), 'recorded');
    assert.equal(await invite(3, bob), 'already');
    assert.deepEqual(await referralsOf(database.db, 1), { invited: 1, rewarded: 0 });
    assert.deepEqual(await referralsOf(database.db, 2), { invited: 0, rewarded: 0 });
  });

  test('nobody invites themselves', async () => {
    assert.equal(await invite(11, await codeOf(11)), 'oneself');
  });

  test('a code that nobody has is no invitation', async () => {
    await codeOf(12);
    assert.equal(await invite(12, 'no-such-code'), 'code-unknown');
  });

  test('nobody is brought by somebody they brought, however far down', async () => {
    const [first, second, third] = [await codeOf(21), await codeOf(22), await codeOf(23)];
    await invite(22, first);
    await invite(23, second);
    assert.equal(await invite(21, second), 'loop');
    assert.equal(await invite(21, third), 'loop');
    assert.equal(await invite(21, await codeOf(24)), 'recorded');
  });

  test('the first real use names the inviter, every later one nobody', async () => {
    await codeOf(32);
    await invite(32, await codeOf(31));
    assert.equal(await claim(32), 31);
    assert.equal(await claim(32), null);
    assert.equal(await claim(31), null);
    assert.deepEqual(await referralsOf(database.db, 31), { invited: 1, rewarded: 1 });
  });
});
