import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { createKieSim, virtualClock } from './index.ts';
import { callbackReceiver, callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

test('success and failure are each told once, in the documented shapes', async () => {
  await using receiver = await callbackReceiver();
  await using sim = await createKieSim({ clock: virtualClock() });
  const { create } = callerOf(sim);
  await create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  await create(PICTURE_MODEL, { ...PICTURE, prompt: 'a fox !nsfw' }, receiver.url);
  await sim.settle();
  const [good, bad] = receiver.received.map((each) => each.body);
  assert.equal(receiver.received.length, 2);
  assert.equal(good?.code, 200);
  assert.equal(good?.data.state, 'success');
  assert.equal(JSON.parse(String(good?.data.param)).callBackUrl, receiver.url);
  assert.equal(bad?.code, 501);
  assert.deepEqual([bad?.data.state, bad?.data.resultJson, bad?.data.failMsg], ['fail', null, 'nsfw']);
});

test('a callback is signed over task id and seconds when a key is set', async () => {
  await using receiver = await callbackReceiver();
  await using sim = await createKieSim({ clock: virtualClock(), webhookHmacKey: 'hook-key' });
  const { data } = await callerOf(sim).create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  const headers = receiver.received[0]?.headers ?? {};
  const timestamp = headers['x-webhook-timestamp'];
  assert.match(String(timestamp), /^\d{10}$/);
  const expected = createHmac('sha256', 'hook-key').update(`${data.taskId}.${timestamp}`).digest('base64');
  assert.equal(headers['x-webhook-signature'], expected);
});

test('a receiver that does not answer 200 is tried three more times, then left alone', async () => {
  await using receiver = await callbackReceiver(() => 500);
  await using sim = await createKieSim({ clock: virtualClock() });
  await callerOf(sim).create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  assert.deepEqual(
    sim.journal.callbacks().map(({ attempt, status }) => [attempt, status]),
    [1, 2, 3, 4].map((attempt) => [attempt, 500]),
  );
});

test('a receiver that recovers is not told again', async () => {
  await using receiver = await callbackReceiver((nth) => (nth === 1 ? 503 : 200));
  await using sim = await createKieSim({ clock: virtualClock() });
  await callerOf(sim).create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  assert.equal(receiver.received.length, 2);
});

test('callbacks can be lost or doubled', async () => {
  await using receiver = await callbackReceiver();
  await using sim = await createKieSim({ clock: virtualClock() });
  const { create } = callerOf(sim);
  sim.scenario.task({ callback: 'lost' });
  await create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  assert.equal(receiver.received.length, 0);
  sim.scenario.task({ callback: 'double' });
  await create(PICTURE_MODEL, PICTURE, receiver.url);
  await sim.settle();
  assert.equal(receiver.received.length, 2);
});
