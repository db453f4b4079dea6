import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from 'grammy/types';
import { createTelegramSim } from '../index.ts';
import { BOT, form, result, TOKEN } from '../test-client.ts';

test('A method is found in any case of letters, its parameters in query, form and JSON alike', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const query = await fetch(`${sim.url}/bot${TOKEN}/SENDMESSAGE?chat_id=${alice.id}&text=query`);
  assert.equal(query.status, 200);
  await result(sim, 'sendMessage', form({ chat_id: alice.id, text: 'form' }));
  await result<Message>(sim, 'sendmessage', { chat_id: alice.id, text: 'json' });
  const named = new URLSearchParams({ method: 'sendMessage', chat_id: String(alice.id), text: 'named' });
  await fetch(`${sim.url}/bot${TOKEN}/`, { method: 'POST', body: named });
  assert.deepEqual(
    alice.messages.slice(1).map((message) => message.text),
    ['query', 'form', 'json', 'named'],
  );
});

test('A bot that sends a message is named without what only getMe tells', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const { from } = await result<Message>(sim, 'sendMessage', { chat_id: alice.id, text: 'hi' });
  assert.deepEqual(from, { id: 1_000_001, is_bot: true, first_name: 'Test', username: 'test_bot' });
});

for (const token of ['nothing', '0:x', 'a%', '%ff:x']) {
  test(`The token "${token}" is refused`, async () => {
    await using sim = await createTelegramSim({ bots: [BOT] });
    const answer = await fetch(`${sim.url}/bot${token}/getMe`);
    assert.equal(answer.status, 401);
    assert.match(await answer.text(), /"Unauthorized/);
    assert.equal((await fetch(`${sim.url}/file/bot${token}/photos/file_0.jpg`)).status, 401);
  });
}
