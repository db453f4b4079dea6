import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AbortedError,
  KieError,
  TaskFailedError,
  TaskNotFoundError,
  TaskTimeoutError,
  UnknownStateError,
} from './errors.ts';
import { pollDelay } from './rhythm.ts';
import {
  FAILED,
  NOT_VISIBLE,
  ok,
  PROXY_502,
  SUCCESS,
  TOO_OFTEN,
  UNAUTHORIZED,
  WAITING,
} from './test-answers.ts';
import { clientOf, RECORD, rejection, startTestServer, TASK_ID, virtualClock } from './test-server.ts';

test('waitTask polls every three seconds until success and reports every look', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(
    RECORD,
    ok(WAITING),
    ok({ ...WAITING, state: 'queuing' }),
    ok({ ...WAITING, state: 'generating' }),
    ok(SUCCESS),
  );
  const states: string[] = [];
  const task = await clientOf(server, { clock }).waitTask(TASK_ID, {
    onProgress: ({ state }) => {
      states.push(state);
    },
  });
  assert.equal(task.result?.urls.length, 1);
  assert.deepEqual(states, ['waiting', 'queuing', 'generating', 'success']);
  assert.deepEqual(clock.slept, [3_000, 3_000, 3_000]);
});

test('a video that takes 13 minutes is waited for, within the default 15', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  const readyAt = clock.now() + 785_000;
  server.on(RECORD, () => ok(clock.now() >= readyAt ? SUCCESS : { ...WAITING, state: 'generating' }));
  assert.equal((await clientOf(server, { clock }).waitTask(TASK_ID)).state, 'success');
  assert.equal(server.seen.length, 263);
});

test('the documented rhythm asks less and less', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  const readyAt = clock.now() + 785_000;
  server.on(RECORD, () => ok(clock.now() >= readyAt ? SUCCESS : WAITING));
  await clientOf(server, { clock }).waitTask(TASK_ID, { rhythm: pollDelay });
  assert.ok(server.seen.length < 65);
  assert.deepEqual([clock.slept[0], clock.slept[12], clock.slept.at(-1)], [3_000, 7_000, 20_000]);
});

test('pollDelay follows the age, whatever it is given', () => {
  assert.deepEqual([-5, 0, 29_999, Number.NaN].map(pollDelay), [3_000, 3_000, 3_000, 3_000]);
  assert.deepEqual([30_000, 119_999, 120_000, 1e9].map(pollDelay), [7_000, 7_000, 20_000, 20_000]);
});

test('waitTask throws the failure with its code and words', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok(WAITING), ok(FAILED));
  const error = await rejection(clientOf(server).waitTask(TASK_ID));
  assert.ok(error instanceof TaskFailedError);
  assert.deepEqual([error.failCode, error.failMsg], ['500', 'internal error, please try again later.']);
  assert.equal(error.task.state, 'fail');
});

test('the wait ends at its time with one last look, and another process can go on', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(RECORD, ok(WAITING));
  const error = await rejection(
    clientOf(server, { clock }).waitTask(TASK_ID, { timeoutMs: 10_000, pollMs: 4_000 }),
  );
  assert.ok(error instanceof TaskTimeoutError);
  assert.deepEqual([error.taskId, error.waitedMs, error.task?.state], [TASK_ID, 10_000, 'waiting']);
  assert.deepEqual(clock.slept, [4_000, 4_000, 2_000]);
  assert.equal(server.seen.length, 4);

  server.on(RECORD, ok(SUCCESS));
  const handle = JSON.parse(JSON.stringify({ taskId: error.taskId }));
  assert.equal((await clientOf(server).waitTask(handle)).state, 'success');
});

test('a task that is not visible yet is waited for, up to 90 seconds', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, { body: NOT_VISIBLE }, { body: NOT_VISIBLE }, ok(SUCCESS));
  assert.equal((await clientOf(server).waitTask(TASK_ID)).state, 'success');

  const clock = virtualClock();
  server.on(RECORD, { body: NOT_VISIBLE });
  const startedAt = clock.now();
  assert.ok((await rejection(clientOf(server, { clock }).waitTask(TASK_ID))) instanceof TaskNotFoundError);
  assert.equal(clock.now() - startedAt, 90_000);
});

test('an old task that is unknown is not waited for', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(RECORD, { body: NOT_VISIBLE });
  const handle = { taskId: TASK_ID, createdAt: clock.now() - 120_000 };
  assert.ok((await rejection(clientOf(server, { clock }).waitTask(handle))) instanceof TaskNotFoundError);
  assert.equal(server.seen.length, 1);
});

test('passing trouble is waited out, and Retry-After stretches the rhythm', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  const slow = { body: TOO_OFTEN, headers: { 'retry-after': '20' } };
  server.on(RECORD, PROXY_502, slow, { trouble: 'drop' }, { body: '{"co' }, ok(SUCCESS));
  assert.equal((await clientOf(server, { clock }).waitTask(TASK_ID)).state, 'success');
  assert.deepEqual(clock.slept, [3_000, 20_000, 3_000, 3_000]);
});

test('trouble that does not pass ends in a timeout that names it', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, PROXY_502);
  const error = await rejection(clientOf(server).waitTask(TASK_ID, { timeoutMs: 30_000 }));
  assert.ok(error instanceof TaskTimeoutError);
  assert.equal(error.task, null);
  assert.ok(error.cause instanceof KieError && error.cause.code === 'server');
});

for (const [name, reply, code] of [
  ['a refused key', { body: UNAUTHORIZED }, 'unauthorized'],
  ['an unknown state', ok({ ...WAITING, state: 'paused' }), 'unknown-state'],
] as const) {
  test(`${name} ends the wait at once`, async (t) => {
    const server = await startTestServer(t);
    server.on(RECORD, ok(WAITING), reply);
    const error = await rejection(clientOf(server).waitTask(TASK_ID));
    assert.ok(error instanceof KieError && error.code === code);
    assert.equal(error instanceof UnknownStateError, code === 'unknown-state');
    assert.equal(server.seen.length, 2);
  });
}

test('a clock that jumps back does not end the wait early, one that jumps forward still takes a last look', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(RECORD, () => {
    if (server.seen.length === 2) clock.set(clock.now() - 3_600_000);
    return ok(server.seen.length < 5 ? WAITING : SUCCESS);
  });
  assert.equal((await clientOf(server, { clock }).waitTask(TASK_ID)).state, 'success');

  server.seen.length = 0;
  server.on(RECORD, ok(WAITING), ok(SUCCESS));
  const leaping = { ...clock, sleep: async () => clock.set(clock.now() + 86_400_000) };
  assert.equal((await clientOf(server, { clock: leaping }).waitTask(TASK_ID)).state, 'success');
});

test('a senseless poll distance becomes three seconds, never a busy loop', async (t) => {
  const server = await startTestServer(t);
  for (const options of [{ pollMs: 0 }, { pollMs: -1 }, { rhythm: () => Number.NaN }]) {
    const clock = virtualClock();
    server.on(RECORD, ok(WAITING), ok(SUCCESS));
    await clientOf(server, { clock }).waitTask(TASK_ID, options);
    assert.deepEqual(clock.slept, [3_000]);
  }
});

test('an abort ends the wait, between polls and during one', async (t) => {
  const server = await startTestServer(t);
  const reason = new Error('the person left');
  const between = new AbortController();
  server.on(RECORD, ok(WAITING));
  const first = await rejection(
    clientOf(server).waitTask(TASK_ID, { signal: between.signal, onProgress: () => between.abort(reason) }),
  );
  assert.ok(first instanceof AbortedError);
  assert.equal(first.cause, reason);

  const during = new AbortController();
  server.on(RECORD, () => {
    during.abort(reason);
    return { trouble: 'hang' };
  });
  const second = await rejection(clientOf(server).waitTask(TASK_ID, { signal: during.signal }));
  assert.ok(second instanceof AbortedError);
  assert.equal(second.cause, reason);
});

test('an error of onProgress ends the wait as it is', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok(WAITING));
  const mine = new Error('mine');
  const wait = clientOf(server).waitTask(TASK_ID, { onProgress: () => Promise.reject(mine) });
  assert.equal(await rejection(wait), mine);
});

test('watchTask iterates over the looks and ends with a failed task without throwing', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok(WAITING), ok(FAILED));
  const states: string[] = [];
  for await (const task of clientOf(server).watchTask(TASK_ID)) states.push(task.state);
  assert.deepEqual(states, ['waiting', 'fail']);
});

test('leaving the iteration stops the polling', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok(WAITING));
  for await (const task of clientOf(server).watchTask(TASK_ID)) {
    assert.equal(task.state, 'waiting');
    break;
  }
  assert.equal(server.seen.length, 1);
});
