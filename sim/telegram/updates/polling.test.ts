import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Update } from 'grammy/types';
import { createVirtualClock } from '../clock.ts';
import { createTelegramSim } from '../index.ts';
import { Journal } from '../journal.ts';
import { BOT, call, result } from '../test-client.ts';
import { Polling } from './polling.ts';
import { UpdateQueue } from './update-queue.ts';

const OTHER = /terminated by other getUpdates request; make sure that only one bot instance is running/;

function poll() {
  const clock = createVirtualClock();
  const queue = new UpdateQueue('test_bot', clock, new Journal(clock));
  const polling = new Polling(queue, clock);
  const arrive = (text = 'hi') => {
    const message = { message_id: 1, date: Math.floor(clock.now().getTime() / 1000), text };
    queue.push({ type: 'message', senderId: 1, payload: message as NonNullable<Update['message']> });
  };
  const get = (offset = 0, timeout = 0, limit = 100) => polling.getUpdates({ offset, timeout, limit });
  return { clock, queue, polling, arrive, get };
}

/** Whether the promise is still open after everything that waits only for its turn has run. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setTimeout(resolve, 10, 'open'));
  return (await Promise.race([promise.catch(() => 'failed'), later])) === 'open';
}

test('Ids start at a random place and count up by one', async () => {
  const { arrive, get, queue } = poll();
  assert.ok(queue.tail >= 2_000_001 && queue.tail < 1e9);
  arrive('one');
  arrive('two');
  const [first, second] = await get();
  assert.equal(second?.update_id, (first?.update_id ?? 0) + 1);
});

test('An offset forgets what is before it, and does so before it waits', async () => {
  const { arrive, get, queue } = poll();
  arrive();
  const [update] = await get();
  const waiting = get((update?.update_id ?? 0) + 1, 30);
  assert.equal(queue.size, 0);
  arrive('next');
  assert.equal((await waiting)[0]?.message?.text, 'next');
});

test('Offset zero confirms nothing, so the same updates come again', async () => {
  const { arrive, get } = poll();
  arrive();
  assert.deepEqual(await get(0), await get(0));
});

test('A negative offset keeps only the last updates', async () => {
  const { arrive, get, queue } = poll();
  for (const text of ['a', 'b', 'c']) arrive(text);
  assert.deepEqual(
    (await get(-1)).map((it) => it.message?.text),
    ['c'],
  );
  assert.equal(queue.size, 1);
});

test('A nonsense offset starts at the head and drops nothing', async () => {
  const { arrive, get, queue } = poll();
  arrive();
  assert.equal((await get(queue.tail + 11)).length, 1);
});

test('A poll without news answers an empty list after its timeout', async () => {
  const { clock, get } = poll();
  const waiting = get(0, 30);
  await clock.advance(29_999);
  assert.ok(await isPending(waiting));
  await clock.advance(1);
  assert.deepEqual(await waiting, []);
});

test('The newcomer waits and the older waiting poll gets the conflict', async () => {
  const { arrive, get } = poll();
  const older = get(0, 30);
  const newer = get(0, 30);
  await assert.rejects(older, OTHER);
  arrive();
  assert.equal((await newer).length, 1);
});

test('Two pollers get the same batch without any conflict when updates are there', async () => {
  const { arrive, get } = poll();
  arrive();
  const [a, b] = await Promise.all([get(0, 30), get(0, 30)]);
  assert.equal(a.length, 1);
  assert.deepEqual(a, b);
});

test('A poll without timeout disturbs nobody, unless the same offset was used within three seconds', async () => {
  const { clock, get } = poll();
  const waiting = get(5, 30);
  assert.deepEqual(await get(0, 0), []);
  assert.ok(await isPending(waiting));
  const forced = get(0, 0);
  await assert.rejects(waiting, OTHER);
  assert.ok(await isPending(forced));
  await clock.advance(3_000);
  assert.deepEqual(await forced, []);
});

test('A repeated offset within half a second gets one update at most', async () => {
  const { clock, arrive, get } = poll();
  arrive();
  arrive();
  assert.equal((await get(0)).length, 2);
  assert.equal((await get(0)).length, 1);
  await clock.advance(500);
  assert.equal((await get(0)).length, 2);
});

test('The first conflict comes at once, a second within three seconds only after a delay', async () => {
  const { clock, get } = poll();
  const polls = [get(0, 30), get(0, 30), get(0, 30)];
  await assert.rejects(polls[0] ?? get(), OTHER);
  const second = polls[1] ?? get();
  assert.ok(await isPending(second));
  await clock.advance(3_000);
  await assert.rejects(second, OTHER);
});

test('Updates expire by their type and are skipped silently', async () => {
  const { clock, arrive, get, queue } = poll();
  arrive();
  const tap = { id: '1', from: { id: 1, is_bot: false, first_name: 'A' }, chat_instance: '1', data: 'x' };
  queue.push({ type: 'callback_query', senderId: 1, payload: tap });
  await clock.advance(150_000);
  assert.deepEqual(
    (await get()).map((it) => Object.keys(it)[1]),
    ['message'],
  );
  await clock.advance(86_400_000);
  assert.deepEqual(await get(), []);
});

test('What the bot does not want is left out when it is made, not when it is fetched', async () => {
  const { arrive, get, queue } = poll();
  queue.allowed.apply('["callback_query"]');
  arrive('unwanted');
  queue.allowed.apply('nonsense');
  arrive('still unwanted');
  queue.allowed.apply('[]');
  arrive('wanted');
  assert.deepEqual(
    (await get()).map((it) => it.message?.text),
    ['wanted'],
  );
});

test('A client that went away leaves a ghost poll, which the next poll ends without loss', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const ghost = new AbortController();
  const gone = fetch(`${sim.url}/bot${BOT.token}/getUpdates?timeout=30`, { signal: ghost.signal });
  await sim.journal.waitFor((entry) => entry.kind === 'call');
  ghost.abort();
  await assert.rejects(gone);
  assert.ok(sim.bot(BOT.token).polling.pending);
  const next = result<Update[]>(sim, 'getUpdates', { timeout: 30 });
  await sim.journal.waitFor((entry) => entry.kind === 'call' && entry.status === 409);
  sim.people.join({ first_name: 'Alice' }).send('hello');
  assert.equal((await next)[0]?.message?.text, 'hello');
});

test('Deleting a webhook that is not there ends no poll; setting one does', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const waiting = call(sim, 'getUpdates', { timeout: 30 });
  await sim.journal.waitFor((entry) => entry.kind === 'call');
  assert.equal((await call(sim, 'deleteWebhook')).description, 'Webhook is already deleted');
  assert.ok(sim.bot(BOT.token).polling.pending);
  assert.equal((await call(sim, 'setWebhook', { url: `${sim.url}/nowhere` })).description, 'Webhook was set');
  const ended = await waiting;
  assert.equal(ended.status, 409);
  assert.equal(ended.description, 'Conflict: terminated by setWebhook request');
});

test('Numbers out of range are clamped: a timeout of 120 waits 50 seconds', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  const waiting = call(sim, 'getUpdates', { timeout: 120, limit: 1000 });
  await sim.journal.waitFor((entry) => entry.kind === 'call');
  await clock.advance(50_000);
  assert.deepEqual((await waiting).result, []);
});
