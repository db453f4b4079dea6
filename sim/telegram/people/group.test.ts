import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Update } from 'grammy/types';
import { createTelegramSim, type TelegramSim } from '../index.ts';
import { BOT, call, result } from '../test-client.ts';

async function waitingUpdates(sim: TelegramSim): Promise<Update[]> {
  const updates = await result<Update[]>(sim, 'getUpdates', { timeout: 0 });
  await result(sim, 'getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
  return updates;
}

async function scene(sim: TelegramSim, topics?: string[]) {
  const group = sim.people.group({ title: 'Friends', ...(topics ? { topics } : {}) });
  const alice = group.join(sim.people.join({ first_name: 'Alice' }));
  const bob = group.join(sim.people.join({ first_name: 'Bob' }));
  return { group, alice, bob };
}

test('In privacy mode the bot hears commands, mentions and answers to itself, and nothing else', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const { group, alice } = await scene(sim);
  group.admitBot(alice);
  const own = await result<Message>(sim, 'sendMessage', { chat_id: group.id, text: 'hello' });
  await waitingUpdates(sim);
  const heard = ['/go', `/go@${BOT.username}`, `@${BOT.username} hi`];
  for (const text of [...heard, 'hi all', '/go@other_bot', '@somebody hi']) alice.send(text);
  alice.send('thanks', { replyTo: own.message_id });
  const texts = (await waitingUpdates(sim)).map(({ message }) => message?.text);
  assert.deepEqual(texts, [...heard, 'thanks']);
  group.admitBot(alice, 'administrator');
  alice.send('hi all');
  assert.equal((await waitingUpdates(sim)).at(-1)?.message?.text, 'hi all');
});

test('What is written stands before all members, a toast before the one who tapped', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const { group, alice, bob } = await scene(sim);
  group.admitBot(alice);
  const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
  const menu = await result<Message>(sim, 'sendMessage', { chat_id: group.id, text: 'hi', reply_markup });
  assert.equal(bob.lastMessage?.text, 'hi');
  await waitingUpdates(sim);
  const tapped = bob.tap(menu, 'Go');
  const query = (await waitingUpdates(sim))[0]?.callback_query;
  assert.equal(query?.from.first_name, 'Bob');
  assert.equal(query?.message?.chat.id, group.id);
  await result(sim, 'answerCallbackQuery', { callback_query_id: query?.id, text: 'not you' });
  await tapped;
  assert.deepEqual([alice.toasts.length, bob.toasts.length], [0, 1]);
  group.leave(bob.user);
  assert.throws(() => bob.send('still here?'), /Bob is not in Friends/);
});

test('A topic is kept by whoever answers in it, and one that is not there is refused', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const { group, alice } = await scene(sim, ['Pictures']);
  group.admitBot(alice);
  const thread = group.topics.get('Pictures') ?? 0;
  const asked = alice.send('/go', { thread });
  assert.deepEqual([asked.message_thread_id, asked.is_topic_message], [thread, true]);
  const to = { chat_id: group.id, text: 'here' };
  const reply_parameters = { message_id: asked.message_id };
  const answer = await result<Message>(sim, 'sendMessage', { ...to, reply_parameters });
  assert.equal(answer.message_thread_id, thread);
  const lost = await call(sim, 'sendMessage', { ...to, message_thread_id: 99 });
  assert.equal(lost.description, 'Bad Request: message thread not found');
});

test('Thrown out, the bot hears of it and writes no more; a Mini App opens in no group', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const { group, alice } = await scene(sim);
  const to = { chat_id: group.id, text: 'hi' };
  assert.equal(
    (await call(sim, 'sendMessage', to)).description,
    'Forbidden: bot is not a member of the supergroup chat',
  );
  group.admitBot(alice);
  const reply_markup = { inline_keyboard: [[{ text: 'App', web_app: { url: 'https://example.com' } }]] };
  const opened = await call(sim, 'sendMessage', { ...to, reply_markup });
  assert.equal(opened.description, 'Bad Request: BUTTON_TYPE_INVALID');
  const question = alice.send('/go');
  const removed = await call(sim, 'deleteMessage', { chat_id: group.id, message_id: question.message_id });
  assert.equal(removed.description, "Bad Request: message can't be deleted");
  group.admitBot(alice, 'kicked');
  assert.equal((await waitingUpdates(sim)).at(-1)?.my_chat_member?.new_chat_member.status, 'kicked');
  const refused = await call(sim, 'sendMessage', to);
  assert.equal(refused.description, 'Forbidden: bot was kicked from the supergroup chat');
});
