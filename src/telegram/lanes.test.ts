import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Update } from 'grammy/types';
import { createLanes, laneOf } from './lanes.ts';

test('one lane keeps its order, another overtakes it', async () => {
  const lanes = createLanes(8);
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const slow = lanes.run('a', () => gate.promise.then(() => void order.push('a1')));
  const next = lanes.run('a', async () => void order.push('a2'));
  await lanes.run('b', async () => void order.push('b1'));
  gate.resolve();
  await Promise.all([slow, next]);
  assert.deepEqual(order, ['b1', 'a1', 'a2']);
});

test('work without a lane never waits for a free place', async () => {
  const lanes = createLanes(1);
  const gate = Promise.withResolvers<void>();
  const busy = lanes.run('a', () => gate.promise);
  await lanes.run(null, async () => undefined);
  gate.resolve();
  await busy;
});

test('a payment overtakes what its chat said before, in the order of payments, and what comes after waits for it', async () => {
  const lanes = createLanes(1);
  const order: string[] = [];
  const say = (word: string) => async () => void order.push(word);
  const [busy, paid] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const all = [
    lanes.run('a', () => busy.promise),
    lanes.run('b', say('b1')),
    lanes.run('b', () => paid.promise.then(say('payment')), true),
    lanes.run('b', say('refund'), true),
    lanes.run('b', say('b2')),
  ];
  paid.resolve();
  await all[3];
  assert.deepEqual(order, ['payment', 'refund']);
  busy.resolve();
  await Promise.all(all);
  assert.deepEqual(order, ['payment', 'refund', 'b1', 'b2']);
});

test('what comes after a payment does not begin before it is booked', async () => {
  const lanes = createLanes(8);
  const order: string[] = [];
  const paid = Promise.withResolvers<void>();
  const payment = lanes.run('a', () => paid.promise.then(() => void order.push('payment')), true);
  const tap = lanes.run('a', async () => void order.push('tap'));
  await new Promise((resolve) => setImmediate(resolve));
  paid.resolve();
  await Promise.all([payment, tap]);
  assert.deepEqual(order, ['payment', 'tap']);
});

test('no more than the width runs at once, and a failure frees its place', async () => {
  const lanes = createLanes(2);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    throw new Error('failed');
  };
  const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((lane) => lanes.run(lane, work)));
  assert.equal(most, 2);
  assert.equal(results.filter(({ status }) => status === 'rejected').length, 5);
  await lanes.idle();
});

test('a tap waits for the messages of its chat, a payment question for nothing', () => {
  const from = { id: 7, is_bot: false, first_name: 'A' };
  const chat = { id: 7, type: 'private' as const, first_name: 'A' };
  const message = { message_id: 1, date: 1, chat, from, text: 'hi' };
  const update = (rest: object) => ({ update_id: 1, ...rest }) as Update;
  assert.equal(laneOf(update({ message })), 'chat:7');
  assert.equal(laneOf(update({ callback_query: { id: '1', from, chat_instance: '', message } })), 'chat:7');
  assert.equal(laneOf(update({ pre_checkout_query: { id: '1', from } })), null);
});

test('in a group each person has a lane of their own', () => {
  const chat = { id: -5, type: 'supergroup' as const, title: 'G' };
  const of = (id: number) =>
    laneOf({
      update_id: 1,
      message: { message_id: 1, date: 1, chat, from: { id, is_bot: false, first_name: 'A' } },
    });
  assert.equal(of(1), of(1));
  assert.notEqual(of(1), of(2));
});
