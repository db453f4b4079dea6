import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, StarTransactions, Update } from 'grammy/types';
import { createVirtualClock } from '../clock.ts';
import { createTelegramSim } from '../index.ts';
import { BOT, call, result } from '../test-client.ts';

async function start() {
  const clock = createVirtualClock();
  const sim = await createTelegramSim({ bots: [BOT], clock });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const terms = {
    ...{
      title: '100 credits',
      description: 'For pictures',
      payload: 'order-1',
      provider_token: '',
      currency: 'XTR',
    },
    prices: [{ label: '100 credits', amount: 50 }],
  };
  const invoice = await result<Message>(sim, 'sendInvoice', { chat_id: alice.id, ...terms });
  /** The newest update, confirming those before it. */
  const latest = async () => (await result<Update[]>(sim, 'getUpdates', { offset: -1 }))[0];
  return { clock, sim, alice, terms, invoice, latest, [Symbol.asyncDispose]: () => sim.close() };
}

test('A payment asks the bot first, then is booked and told', async () => {
  await using scene = await start();
  const { sim, alice, invoice, latest } = scene;
  assert.equal(invoice.invoice?.total_amount, 50);
  const paying = alice.pay(invoice.message_id);
  const query = (await latest())?.pre_checkout_query;
  assert.deepEqual([query?.invoice_payload, query?.total_amount, query?.currency], ['order-1', 50, 'XTR']);
  await result(sim, 'answerPreCheckoutQuery', { pre_checkout_query_id: query?.id, ok: true });
  assert.deepEqual(await paying, { paid: true });
  const paid = (await latest())?.message?.successful_payment;
  assert.equal(paid?.invoice_payload, 'order-1');
  const { transactions } = await result<StarTransactions>(sim, 'getStarTransactions');
  assert.deepEqual([transactions.length, transactions[0]?.id], [1, paid?.telegram_payment_charge_id]);
  assert.deepEqual(await result(sim, 'getMyStarBalance'), { amount: 50 });
});

test('A bot that says no is heard, and nothing is booked', async () => {
  await using scene = await start();
  const paying = scene.alice.pay(scene.invoice.message_id);
  const id = (await scene.latest())?.pre_checkout_query?.id;
  await result(scene.sim, 'answerPreCheckoutQuery', {
    pre_checkout_query_id: id,
    ok: false,
    error_message: 'sold out',
  });
  assert.deepEqual(await paying, { paid: false, error: 'sold out' });
  assert.deepEqual(await result(scene.sim, 'getMyStarBalance'), { amount: 0 });
});

test('A bot that needs more than ten seconds is too late', async () => {
  await using scene = await start();
  const paying = scene.alice.pay(scene.invoice.message_id);
  const id = (await scene.latest())?.pre_checkout_query?.id;
  await scene.clock.advance(10_000);
  assert.equal((await paying).paid, false);
  const answer = await call(scene.sim, 'answerPreCheckoutQuery', { pre_checkout_query_id: id, ok: true });
  assert.equal(
    answer.description,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  );
});

test('A refund gives the Stars back once, under the same id', async () => {
  await using scene = await start();
  const { sim, alice, latest } = scene;
  const paying = alice.pay(scene.invoice.message_id);
  await result(sim, 'answerPreCheckoutQuery', {
    pre_checkout_query_id: (await latest())?.pre_checkout_query?.id,
    ok: true,
  });
  await paying;
  const charge = {
    user_id: alice.id,
    telegram_payment_charge_id: (await latest())?.message?.successful_payment?.telegram_payment_charge_id,
  };
  await result(sim, 'refundStarPayment', charge);
  assert.equal((await latest())?.message?.refunded_payment?.total_amount, 50);
  assert.equal(
    (await call(sim, 'refundStarPayment', charge)).description,
    'Bad Request: CHARGE_ALREADY_REFUNDED',
  );
  const made_up = { ...charge, telegram_payment_charge_id: 'x' };
  assert.equal((await call(sim, 'refundStarPayment', made_up)).description, 'Bad Request: CHARGE_NOT_FOUND');
  const { transactions } = await result<StarTransactions>(sim, 'getStarTransactions');
  assert.equal(new Set(transactions.map(({ id }) => id)).size, 1);
  assert.ok(transactions[0]?.source && transactions[1]?.receiver);
  assert.deepEqual(await result(sim, 'getMyStarBalance'), { amount: 0 });
});

test('An invoice link sells a subscription of thirty days', async () => {
  await using scene = await start();
  const { sim, alice, terms, latest } = scene;
  const odd = await call(sim, 'createInvoiceLink', { ...terms, subscription_period: 5 });
  assert.equal(odd.status, 400);
  const link = await result<string>(sim, 'createInvoiceLink', { ...terms, subscription_period: 2_592_000 });
  const paying = alice.pay(link);
  await result(sim, 'answerPreCheckoutQuery', {
    pre_checkout_query_id: (await latest())?.pre_checkout_query?.id,
    ok: true,
  });
  await paying;
  const paid = (await latest())?.message?.successful_payment;
  assert.ok(paid?.is_first_recurring);
  const charge = {
    user_id: alice.id,
    telegram_payment_charge_id: paid?.telegram_payment_charge_id,
    is_canceled: true,
  };
  assert.equal(await result(sim, 'editUserStarSubscription', charge), true);
});

for (const [why, change] of [
  ['another currency', { currency: 'EUR' }],
  [
    'two prices',
    {
      prices: [
        { label: 'a', amount: 1 },
        { label: 'b', amount: 1 },
      ],
    },
  ],
  ['a payload of 129 bytes', { payload: 'x'.repeat(129) }],
  ['a title of 33 characters', { title: 'x'.repeat(33) }],
  ['nothing to pay', { prices: [{ label: 'a', amount: 0 }] }],
] as const) {
  test(`An invoice with ${why} is refused`, async () => {
    await using scene = await start();
    const answer = await call(scene.sim, 'sendInvoice', {
      chat_id: scene.alice.id,
      ...scene.terms,
      ...change,
    });
    assert.equal(answer.status, 400);
  });
}
