import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ban, unban } from '#people';
import type { Database } from '#platform';
import { onEachEngine, testDatabase } from '../../test/kit/index.ts';
import {
  checkPreCheckout,
  createInvoice,
  type Pack,
  recordPayment,
  settleWaitingDraft,
  waitingDrafts,
  welcome,
} from './index.ts';

const at = new Date('2026-11-16T12:00:00Z');
const pack: Pack = { id: 'm', stars: 200, credits: 450 };

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    for (const id of [1, 2]) {
      const profile = { id, firstName: 'Somebody', locale: 'en' };
      await database.transaction((trx) => welcome(trx, profile, { startCredits: 0, at }));
    }
  });
  after(() => database.close());

  const offer = (options: { pack?: Pack; waitingDraftId?: string } = {}) =>
    database.transaction((trx) => createInvoice(trx, { personId: 1, pack, at, ...options }));
  const pay = (chargeId: string, payload: string) =>
    database.transaction((trx) => {
      const money = { currency: 'XTR', totalAmount: 200, paidAt: at, source: 'update' } as const;
      return recordPayment(trx, { chargeId, payerId: 1, payload, ...money }, at);
    });
  const check = (
    payload: string,
    change: { personId?: number; currency?: string; totalAmount?: number; at?: Date } = {},
  ) =>
    checkPreCheckout(database.db, { personId: 1, payload, currency: 'XTR', totalAmount: 200, at, ...change });

  test('an invoice holds its terms; its id is all that Telegram carries', async () => {
    const { id, ...terms } = await offer({ waitingDraftId: 'd1' });
    assert.ok(Buffer.byteLength(id) <= 128);
    assert.deepEqual(terms, {
      personId: 1,
      packId: 'm',
      stars: 200,
      credits: 450,
      subscription: false,
      waitingDraftId: 'd1',
    });
  });

  test('pre-checkout lets the right person pay the right sum', async () => {
    assert.deepEqual(await check((await offer()).id), { ok: true });
  });

  test('pre-checkout refuses everything that does not fit, with the reason', async () => {
    const { id } = await offer();
    assert.deepEqual(await check('forged'), { ok: false, reason: 'invoice-unknown' });
    assert.deepEqual(await check(id, { personId: 2 }), { ok: false, reason: 'invoice-not-yours' });
    assert.deepEqual(await check(id, { totalAmount: 199 }), { ok: false, reason: 'invoice-changed' });
    assert.deepEqual(await check(id, { currency: 'USD' }), { ok: false, reason: 'invoice-changed' });
    await database.transaction((trx) => ban(trx, 1, at));
    assert.deepEqual(await check(id), { ok: false, reason: 'person-banned' });
    await database.transaction((trx) => unban(trx, 1));
    await pay('c1', id);
    assert.deepEqual(await check(id), { ok: false, reason: 'invoice-paid' });
  });

  test('a paid month stands against a second subscription until its renewal is near', async () => {
    const monthly = { pack: { ...pack, subscription: true } };
    const [{ id }, { id: other }] = [await offer(monthly), await offer(monthly)];
    await pay('c2', id);
    const inDays = (days: number) => ({ at: new Date(at.getTime() + days * 86_400_000) });
    for (const payload of [id, other]) {
      assert.deepEqual(await check(payload), { ok: false, reason: 'subscription-runs' });
      assert.deepEqual(await check(payload, inDays(26)), { ok: false, reason: 'subscription-runs' });
      assert.deepEqual(await check(payload, inDays(28)), { ok: true });
    }
  });

  test('a draft waits for its payment, then for somebody to go on with it, once', async () => {
    const { id } = await offer({ waitingDraftId: 'd2' });
    const waiting = async () =>
      (await waitingDrafts(database.db)).filter(({ invoiceId }) => invoiceId === id);
    assert.deepEqual(await waiting(), []);
    await pay('c3', id);
    assert.deepEqual(await waiting(), [{ invoiceId: id, personId: 1, draftId: 'd2' }]);
    const settle = () => database.transaction((trx) => settleWaitingDraft(trx, id, at));
    assert.deepEqual([await settle(), await settle()], [true, false]);
    assert.deepEqual(await waiting(), []);
  });
});
