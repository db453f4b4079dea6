/** Two replicas behind one webhook share the work, and nothing is done twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { auditAll } from '#app';
import { telegramWebhookPath } from '#http';
import { balance } from '#ledger';
import { createInvoice } from '#payments';
import type { Product } from '../crashes/product.ts';
import { BOT_TOKEN, type Fleet, openFleet, secondsUntil } from './fleet.ts';

const OPERATOR_ID = 400_001;
const PACK = { id: 'stars-100', stars: 100, credits: 200 };
const env = {
  BOT_MODE: 'webhook',
  STAR_PACKS: `${PACK.stars}:${PACK.credits}`,
  START_CREDITS: '0',
  ADMIN_IDS: String(OPERATOR_ID),
};

test('both compare the payments when they start: what nobody heard of is credited once and told once', async () => {
  await using fleet = await openFleet();
  const [one, two] = await openReplicas(fleet);
  await one.start();
  const ann = fleet.telegram.people.join({ first_name: 'Ann' });
  ann.send('/start');
  await ann.nextMessage(undefined, { timeoutMs: 60_000 });
  await one.stop();
  const invoice = await fleet.database.transaction((trx) =>
    createInvoice(trx, { personId: ann.id, pack: PACK, at: new Date() }),
  );
  fleet.telegram.bot().stars.pay(ann.user, PACK.stars, invoice.id);
  await Promise.all([one.start(), two.start()]);
  const asked = () => fleet.telegram.journal.calls('getStarTransactions').length;
  await secondsUntil(() => asked() >= 3);
  const thanks = () => ann.messages.filter(({ text }) => /200 credits added/.test(text ?? '')).length;
  await secondsUntil(() => thanks() > 0);
  await delay(2_000);
  assert.equal(thanks(), 1);
  assert.equal((await balance(fleet.database.db, ann.id)).available, PACK.credits);
  assert.deepEqual((await auditAll(fleet.database.db)).findings, []);
});

test('an update that Telegram brings to the other one, too, is answered once, and paid once even at the same moment', async () => {
  await using fleet = await openFleet();
  const [one, two] = await openReplicas(fleet);
  await Promise.all([one.start(), two.start()]);
  const ann = fleet.telegram.people.join({ first_name: 'Ann' });
  ann.send('/start');
  await ann.nextMessage(undefined, { timeoutMs: 60_000 });
  const answers = () => ann.messages.filter(({ text }) => /zz1/.test(text ?? '')).length;
  const question = messageOf(ann.user, 900_001, { text: '/models zz1' });
  assert.deepEqual([await bring(one, question), await bring(two, question)], [200, 200]);
  assert.equal(answers(), 1);
  const invoice = await fleet.database.transaction((trx) =>
    createInvoice(trx, { personId: ann.id, pack: PACK, at: new Date() }),
  );
  const receipt = fleet.telegram.bot().stars.pay(ann.user, PACK.stars, invoice.id);
  const payment = messageOf(ann.user, 900_002, { successful_payment: receipt });
  assert.deepEqual(await Promise.all([bring(one, payment), bring(two, payment)]), [200, 200]);
  assert.equal((await balance(fleet.database.db, ann.id)).available, PACK.credits);
  assert.equal(ann.messages.filter(({ text }) => /200 credits added/.test(text ?? '')).length, 1);
});

test('somebody sets another webhook: one of them puts it right within a minute, and the operators hear of it once', async (context) => {
  await using fleet = await openFleet();
  const [one, two] = await openReplicas(fleet);
  const operator = fleet.telegram.people.join({ id: OPERATOR_ID, first_name: 'Operator' });
  await Promise.all([one.start(), two.start()]);
  operator.send('/start');
  await operator.nextMessage(undefined, { timeoutMs: 60_000 });
  await delay(2_000);
  const ours = await webhookOf(fleet);
  const stranger = new Api(BOT_TOKEN, { apiRoot: fleet.telegram.url });
  await stranger.setWebhook(`http://127.0.0.1:${fleet.balancer.port}/elsewhere`);
  const seconds = await secondsUntil(async () => (await webhookOf(fleet)) === ours, 90_000);
  await delay(3_000);
  const told = operator.messages.filter(({ text }) => /webhook/i.test(text ?? ''));
  assert.equal(told.length, 1, told.map(({ text }) => text).join('\n'));
  context.diagnostic(`repaired after ${seconds.toFixed(0)} s`);
});

async function openReplicas(fleet: Fleet): Promise<[Product, Product]> {
  const [one, two] = [await fleet.instance({ env }), await fleet.instance({ env })];
  fleet.balancer.targets = [one, two].map(({ port }) => ({ host: '127.0.0.1', port }));
  return [one, two];
}

async function webhookOf({ telegram }: Fleet): Promise<string | undefined> {
  return (await new Api(BOT_TOKEN, { apiRoot: telegram.url }).getWebhookInfo()).url;
}

function messageOf(from: { id: number }, updateId: number, content: object): Update {
  const chat = { id: from.id, type: 'private', first_name: 'Ann' };
  const message = { message_id: updateId, date: Math.floor(Date.now() / 1000), chat, from, ...content };
  return { update_id: updateId, message } as Update;
}

/** What Telegram does; answers the status. */
async function bring({ port }: Product, update: Update): Promise<number> {
  const { status } = await fetch(`http://127.0.0.1:${port}${telegramWebhookPath}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 'fleet-webhook-secret',
    },
    body: JSON.stringify(update),
  });
  return status;
}
