import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { audit, balance, statement } from '#ledger';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  closePromoCode,
  createPromoCode,
  paymentsAuditChecks,
  promoCodes,
  redeemPromoCode,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    for (const id of [1, 2, 3]) {
      const profile = { id, firstName: 'Somebody', locale: 'en' };
      await database.transaction((trx) => welcome(trx, profile, { startCredits: 0, at }));
    }
  });
  after(() => database.close());

  const create = (code: string, limits: { maxUses?: number; expiresAt?: Date } = {}) =>
    database.transaction((trx) => createPromoCode(trx, { code, credits: 25, at, ...limits }));
  const redeem = (personId: number, code: string, when = at) =>
    database.transaction((trx) => redeemPromoCode(trx, { personId, code, at: when }));

  test('a promo code gives its credits once per person, however it is typed', async () => {
    await create('Welcome');
    assert.deepEqual(await redeem(1, ' welcome '), { credits: 25 });
    await assert.rejects(redeem(1, 'WELCOME'), { code: 'promo-already-used' });
    await redeem(2, 'WELCOME');
    assert.equal((await balance(database.db, 1)).available, 25);
    const [entry] = await statement(database.db, 1, { limit: 1 });
    assert.deepEqual([entry?.kind, entry?.memo], ['promo', 'WELCOME']);
  });

  test('a code that nobody could type, or that gives nothing, is not made', async () => {
    for (const code of ['ab', 'with space', 'ПРИВЕТ', 'x'.repeat(33)])
      await assert.rejects(create(code), { code: 'promo-invalid' });
    await assert.rejects(create('GOOD', { maxUses: 0 }), { code: 'promo-invalid' });
  });

  test('a closed code is redeemed no more, and closing it again changes nothing', async () => {
    await create('CLOSED');
    const close = (code: string, when: Date) =>
      database.transaction((trx) => closePromoCode(trx, { code, at: when }));
    await redeem(1, 'CLOSED');
    assert.deepEqual((await close('closed', at)).expiresAt, at);
    assert.deepEqual((await close('closed', new Date(at.getTime() + 1))).expiresAt, at);
    await assert.rejects(redeem(2, 'CLOSED'), { code: 'promo-expired' });
    await assert.rejects(close('nosuch', at), { code: 'promo-unknown' });
  });

  test('a promo code ends with its last use', async () => {
    await create('TWICE', { maxUses: 2 });
    await redeem(1, 'TWICE');
    await redeem(2, 'TWICE');
    await assert.rejects(redeem(3, 'TWICE'), { code: 'promo-used-up', values: { promo: 'TWICE' } });
  });

  test('a promo code ends at its hour', async () => {
    await create('TODAY', { expiresAt: at });
    await redeem(1, 'TODAY', new Date(at.getTime() - 1));
    await assert.rejects(redeem(2, 'TODAY'), { code: 'promo-expired' });
  });

  test('a promo code that nobody made is unknown, and none is made twice', async () => {
    await assert.rejects(redeem(1, 'NEVER'), { code: 'promo-unknown' });
    await create('ONCE');
    await assert.rejects(create('once'), { code: 'promo-exists' });
  });

  test('the list of promo codes shows how often each was used', async () => {
    await create('LISTED', { maxUses: 7 });
    await redeem(3, 'LISTED');
    const listed = (await promoCodes(database.db)).find(({ code }) => code === 'LISTED');
    assert.deepEqual(listed, { code: 'LISTED', credits: 25, maxUses: 7, uses: 1, expiresAt: null });
  });

  test('promo codes and ledger agree', async () => {
    assert.deepEqual((await audit(database.db, paymentsAuditChecks)).findings, []);
  });
});
