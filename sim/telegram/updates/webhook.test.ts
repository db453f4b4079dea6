import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Message, Update, WebhookInfo } from 'grammy/types';
import { createVirtualClock } from '../clock.ts';
import { createTelegramSim, type TelegramSim, type WebhookEntry } from '../index.ts';
import { BOT, call, result } from '../test-client.ts';

interface Delivery {
  update: Update;
  headers: IncomingHttpHeaders;
  answer: (status: number, body?: object, headers?: Record<string, string>) => void;
}

/** A bot's server whose answers the test gives by hand. */
async function receiver() {
  const arrived: Delivery[] = [];
  const waiting: ((delivery: Delivery) => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const delivery: Delivery = {
      update: JSON.parse(Buffer.concat(chunks).toString()),
      headers: request.headers,
      answer(status, body, headers = {}) {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body ? JSON.stringify(body) : '');
      },
    };
    const taker = waiting.shift();
    if (taker) taker(delivery);
    else arrived.push(delivery);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    /** The next delivery, come or to come. */
    next: () => {
      const here = arrived.shift();
      return here ? Promise.resolve(here) : new Promise<Delivery>((resolve) => waiting.push(resolve));
    },
    get unread() {
      return arrived.length;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function failures(sim: TelegramSim): WebhookEntry[] {
  return sim.journal.entries.filter((entry): entry is WebhookEntry => entry.kind === 'webhook' && !entry.ok);
}

/** Waits until `count` attempts have failed. */
async function failed(sim: TelegramSim, count: number): Promise<WebhookEntry | undefined> {
  await sim.journal.waitFor(() => failures(sim).length >= count);
  return failures(sim)[count - 1];
}

test('An update is posted with the secret and gone after a 200', async () => {
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT] });
  await result(sim, 'setWebhook', { url: hook.url, secret_token: 's3cret' });
  sim.people.join({ first_name: 'Alice' }).send('hello');
  const delivery = await hook.next();
  assert.equal(delivery.update.message?.text, 'hello');
  assert.equal(delivery.headers['x-telegram-bot-api-secret-token'], 's3cret');
  delivery.answer(200);
  await sim.journal.waitFor((entry) => entry.kind === 'webhook' && entry.ok);
  assert.equal((await result<WebhookInfo>(sim, 'getWebhookInfo')).pending_update_count, 0);
});

test('A failing update is tried again at once, then after 2, 4 and 8 seconds, and the error is told', async () => {
  const clock = createVirtualClock();
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  await result(sim, 'setWebhook', { url: hook.url });
  sim.people.join({ first_name: 'Alice' }).send('hello');
  const delays: (number | undefined)[] = [];
  for (let count = 1; count <= 4; count += 1) {
    (await hook.next()).answer(500);
    const seconds = (await failed(sim, count))?.retry_in;
    delays.push(seconds);
    await clock.advance((seconds ?? 0) * 1_000);
  }
  assert.deepEqual(delays, [0, 2, 4, 8]);
  const info = await result<WebhookInfo>(sim, 'getWebhookInfo');
  assert.equal(info.last_error_message, 'Wrong response from the webhook: 500 Internal Server Error');
  assert.equal(info.pending_update_count, 1);
  (await hook.next()).answer(200);
  await sim.journal.waitFor((entry) => entry.kind === 'webhook' && entry.ok);
});

test('The retry time asked for by the bot is kept', async () => {
  const clock = createVirtualClock();
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  await result(sim, 'setWebhook', { url: hook.url });
  sim.people.join({ first_name: 'Alice' }).send('hello');
  (await hook.next()).answer(429, undefined, { 'retry-after': '7' });
  assert.equal((await failed(sim, 1))?.retry_in, 7);
  await clock.advance(6_999);
  assert.equal(hook.unread, 0);
  await clock.advance(1);
  (await hook.next()).answer(200);
});

test('A chat keeps its order and its failure does not hold up another chat', async () => {
  const clock = createVirtualClock();
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  await result(sim, 'setWebhook', { url: hook.url });
  const alice = sim.people.join({ first_name: 'Alice' });
  const bob = sim.people.join({ first_name: 'Bob' });
  alice.send('a1');
  alice.send('a2');
  const a1 = await hook.next();
  bob.send('b1');
  const b1 = await hook.next();
  assert.deepEqual([a1.update.message?.text, b1.update.message?.text], ['a1', 'b1']);
  b1.answer(200);
  await sim.journal.waitFor((entry) => entry.kind === 'webhook' && entry.ok);
  assert.equal(hook.unread, 0);
  a1.answer(200);
  assert.equal((await hook.next()).update.message?.text, 'a2');
});

test('No more deliveries are under way than max_connections allows', async () => {
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT] });
  await result(sim, 'setWebhook', { url: hook.url, max_connections: 1 });
  sim.people.join({ first_name: 'Alice' }).send('a');
  sim.people.join({ first_name: 'Bob' }).send('b');
  const first = await hook.next();
  assert.equal(hook.unread, 0);
  first.answer(200);
  assert.equal((await hook.next()).update.message?.text, 'b');
});

test('An update that outlived its time is dropped', async () => {
  const clock = createVirtualClock();
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  await result(sim, 'setWebhook', { url: hook.url });
  sim.people.join({ first_name: 'Alice' }).send('hello');
  (await hook.next()).answer(503, undefined, { 'retry-after': '3600' });
  for (let count = 2; count <= 24; count += 1) {
    await failed(sim, count - 1);
    await clock.advance(3_600_000);
    (await hook.next()).answer(503, undefined, { 'retry-after': '3600' });
  }
  await failed(sim, 24);
  await clock.advance(3_600_000);
  assert.equal((await result<WebhookInfo>(sim, 'getWebhookInfo')).pending_update_count, 0);
  assert.equal(hook.unread, 0);
});

test('A method in the answer is carried out, except those that ask or change the webhook', async () => {
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT] });
  await result(sim, 'setWebhook', { url: hook.url });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('one');
  (await hook.next()).answer(200, { method: 'deleteWebhook' });
  alice.send('two');
  (await hook.next()).answer(200, { method: 'sendMessage', chat_id: alice.id, text: 'inline' });
  assert.equal((await alice.nextMessage()).text, 'inline');
  assert.equal((await result<WebhookInfo>(sim, 'getWebhookInfo')).url, hook.url);
});

test('While a webhook is set, getUpdates is refused at once and then with a delay', async () => {
  const clock = createVirtualClock();
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  await result(sim, 'setWebhook', { url: hook.url });
  const refused = await call(sim, 'getUpdates');
  assert.equal(refused.status, 409);
  assert.equal(
    refused.description,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
  const second = call(sim, 'getUpdates');
  await sim.journal.waitFor(() => sim.journal.calls('getUpdates').length === 2);
  assert.equal(sim.journal.calls('getUpdates')[1]?.status, undefined);
  await clock.advance(3_000);
  assert.equal((await second).status, 409);
});

test('Setting the same webhook again changes nothing, another one within a second is too many', async () => {
  await using hook = await receiver();
  await using sim = await createTelegramSim({ bots: [BOT] });
  assert.equal((await call(sim, 'setWebhook', { url: hook.url })).description, 'Webhook was set');
  assert.equal((await call(sim, 'setWebhook', { url: hook.url })).description, 'Webhook is already set');
  const early = await call(sim, 'setWebhook', { url: `${hook.url}/other` });
  assert.equal(early.status, 429);
  assert.equal(early.headers.get('retry-after'), '1');
  assert.equal((await call(sim, 'deleteWebhook')).description, 'Webhook was deleted');
  assert.deepEqual(await result(sim, 'getWebhookInfo'), {
    ...{ url: '', has_custom_certificate: false, pending_update_count: 0 },
  });
});

test('drop_pending_updates empties the queue', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  sim.people.join({ first_name: 'Alice' }).send('lost');
  await result(sim, 'deleteWebhook', { drop_pending_updates: true });
  assert.deepEqual(await result<Message[]>(sim, 'getUpdates'), []);
});

for (const [why, params, description] of [
  ['no address', { url: 'nonsense' }, 'Bad Request: invalid webhook URL specified'],
  [
    'plain http',
    { url: 'http://example.org/' },
    'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  ],
  [
    'another port',
    { url: 'https://example.org:444/' },
    'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
  ],
  [
    'a private address',
    { url: 'https://10.0.0.1/' },
    'Bad Request: bad webhook: IP address 10.0.0.1 is reserved',
  ],
  ['nobody listening', { url: 'http://127.0.0.1:1/' }, 'Bad Request: bad webhook: Connection refused'],
  [
    'a long secret',
    { url: 'https://example.org/', secret_token: 'x'.repeat(257) },
    'Bad Request: secret token is too long',
  ],
  [
    'a secret with spaces',
    { url: 'https://example.org/', secret_token: 'a b' },
    'Bad Request: secret token contains unallowed characters',
  ],
] as const) {
  test(`A webhook with ${why} is refused`, async () => {
    await using sim = await createTelegramSim({ bots: [BOT] });
    const answer = await call(sim, 'setWebhook', params);
    assert.deepEqual([answer.status, answer.description], [400, description]);
  });
}
