import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVirtualClock } from './clock.ts';
import { createTelegramSim } from './index.ts';
import { BOT, call, result } from './test-client.ts';

test('A rate limit hits as many calls as it was told, with the header', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  sim.fault({ kind: 'rate_limit', method: 'getme', times: 1, retry_after: 4 });
  const answer = await call(sim, 'getMe');
  assert.deepEqual([answer.status, answer.description], [429, 'Too Many Requests: retry after 4']);
  assert.deepEqual([answer.parameters?.retry_after, answer.headers.get('retry-after')], [4, '4']);
  assert.ok((await call(sim, 'getMe')).ok);
});

test('A fault for seconds ends by itself, and can pass over calls first', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  sim.fault({ kind: 'server_error', status: 503, seconds: 5, skip: 1 });
  const statuses = [(await call(sim, 'getMe')).status, (await call(sim, 'getMe')).status];
  await clock.advance(5_000);
  assert.deepEqual([...statuses, (await call(sim, 'getMe')).status], [200, 503, 200]);
});

test('A connection dropped before the effect leaves none, one dropped after it does', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  sim.fault({ kind: 'drop_before', times: 1 });
  await assert.rejects(call(sim, 'sendMessage', { chat_id: alice.id, text: 'lost' }));
  sim.fault({ kind: 'drop_after', times: 1 });
  await assert.rejects(call(sim, 'sendMessage', { chat_id: alice.id, text: 'sent' }));
  assert.deepEqual(
    alice.messages.map((message) => message.text),
    ['/start', 'sent'],
  );
});

test('A slow call answers late, a hanging one never', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  sim.fault({ kind: 'slow', ms: 700, times: 1 });
  const slow = call(sim, 'getMe');
  await sim.journal.waitFor((entry) => entry.kind === 'call');
  assert.equal(sim.journal.calls()[0]?.status, undefined);
  await clock.advance(700);
  assert.equal((await slow).status, 200);
  sim.fault({ kind: 'hang', times: 1 });
  const url = `${sim.url}/bot${BOT.token}/getMe`;
  await assert.rejects(fetch(url, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
});

test('Faults can be set and cleared over HTTP', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const body = JSON.stringify({
    kind: 'error',
    status: 400,
    description: 'Bad Request: WEBPAGE_MEDIA_EMPTY',
  });
  await fetch(`${sim.url}/sim/faults`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  assert.equal((await call(sim, 'getMe')).description, 'Bad Request: WEBPAGE_MEDIA_EMPTY');
  await fetch(`${sim.url}/sim/faults`, { method: 'DELETE' });
  assert.ok((await call(sim, 'getMe')).ok);
});

test('With strict limits a chat takes a burst and then about one message a second', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock, strictLimits: true });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const send = () => call(sim, 'sendMessage', { chat_id: alice.id, text: 'x' });
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await send()).status);
  assert.deepEqual(statuses, [200, 200, 200, 200, 429]);
  await clock.advance(1_000);
  await result(sim, 'sendMessage', { chat_id: alice.id, text: 'x' });
});
