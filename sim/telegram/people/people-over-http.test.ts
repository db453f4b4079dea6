import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Update } from 'grammy/types';
import { createTelegramSim, type TelegramSim } from '../index.ts';
import type { ChatEvent, PersonView } from '../page-contract.ts';
import { BOT, result } from '../test-client.ts';

const start = () => createTelegramSim({ bots: [BOT] });

async function post<T>(sim: TelegramSim, path: string, body: object): Promise<T> {
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${sim.url}/sim/people${path}`, { method: 'POST', ...json });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

const join = (sim: TelegramSim) => post<PersonView>(sim, '', { first_name: 'Bob', language_code: 'de' });

async function nextUpdate(sim: TelegramSim): Promise<Update | undefined> {
  const [update] = await result<Update[]>(sim, 'getUpdates', { timeout: 10, limit: 1 });
  if (update) await result(sim, 'getUpdates', { offset: update.update_id + 1 });
  return update;
}

/** The events of a person's stream, one by one. */
async function* eventsOf(sim: TelegramSim, id: number): AsyncGenerator<ChatEvent, void> {
  const response = await fetch(`${sim.url}/sim/people/${id}/events`);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) yield JSON.parse(event.replace(/^data: /, '')) as ChatEvent;
  }
}

test('The stream starts with a snapshot and goes on with what happens', async () => {
  await using sim = await start();
  const bob = await join(sim);
  await post(sim, `/${bob.id}/messages`, { text: 'hello' });
  const events = eventsOf(sim, bob.id);
  const { value: snapshot } = await events.next();
  assert.ok(snapshot?.type === 'snapshot');
  assert.deepEqual(snapshot.person, { ...bob, blocked: false });
  assert.equal(snapshot.bot.username, BOT.username);
  assert.deepEqual(
    snapshot.messages.map(({ text }) => text),
    ['hello'],
  );
  const message = await result<Message>(sim, 'sendMessage', { chat_id: bob.id, text: 'hi' });
  assert.deepEqual((await events.next()).value, { type: 'message', message });
  await result(sim, 'sendChatAction', { chat_id: bob.id, action: 'upload_photo' });
  assert.deepEqual((await events.next()).value, { type: 'action', action: 'upload_photo' });
  await result(sim, 'deleteMessage', { chat_id: bob.id, message_id: message.message_id });
  assert.deepEqual((await events.next()).value, { type: 'deleted', message_ids: [message.message_id] });
});

test('Payments, blocks and mistakes answer as the contract says', async () => {
  await using sim = await start();
  const bob = await join(sim);
  await post(sim, `/${bob.id}/messages`, { text: '/buy' });
  await nextUpdate(sim);
  const terms = { title: 'Credits', description: 'A pack', payload: 'order-7', currency: 'XTR' };
  const priced = { ...terms, prices: [{ label: 'Pack', amount: 50 }] };
  const invoice = await result<Message>(sim, 'sendInvoice', { chat_id: bob.id, ...priced });
  const paying = post(sim, `/${bob.id}/payments`, { message_id: invoice.message_id });
  const pre_checkout_query_id = (await nextUpdate(sim))?.pre_checkout_query?.id;
  await result(sim, 'answerPreCheckoutQuery', { pre_checkout_query_id, ok: true });
  assert.deepEqual(await paying, { paid: true });
  assert.equal((await post<PersonView>(sim, `/${bob.id}/block`, { blocked: true })).blocked, true);
  await assert.rejects(post(sim, `/${bob.id}/messages`, { text: 'hello?' }), /Bob blocked the bot/);
  await assert.rejects(post(sim, '/77/messages', { text: 'hello?' }), /no person 77/);
});
