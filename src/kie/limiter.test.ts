import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountLimits, createKeyedLimiter, createLimiter } from './limiter.ts';
import { CREATED, ok, WAITING } from './test-answers.ts';
import {
  CREATE,
  clientOf,
  RECORD,
  rejection,
  startTestServer,
  TASK_ID,
  virtualClock,
} from './test-server.ts';

test('fifty at once: never more than twenty within ten seconds, in the order of coming', async () => {
  const clock = virtualClock();
  const limiter = createLimiter({ limit: 20, windowMs: 10_000, clock });
  const passed: { who: number; at: number }[] = [];
  const startedAt = clock.now();
  const one = async (who: number) => {
    await limiter.acquire();
    passed.push({ who, at: clock.now() - startedAt });
  };
  await Promise.all(Array.from({ length: 50 }, (_, who) => one(who)));
  assert.deepEqual(
    passed.map(({ who }) => who),
    Array.from({ length: 50 }, (_, who) => who),
  );
  assert.deepEqual(
    [0, 19, 20, 39, 40, 49].map((who) => passed[who]?.at),
    [0, 0, 10_000, 10_000, 20_000, 20_000],
  );
});

test('one who gives up leaves the queue at once and takes no place', async () => {
  const clock = virtualClock();
  let wake = () => clock.set(clock.now());
  const sleeping = { ...clock, sleep: () => new Promise<void>((resolve) => (wake = resolve)) };
  const limiter = createLimiter({ limit: 1, windowMs: 1_000, clock: sleeping });
  await limiter.acquire();
  const ahead = limiter.acquire();
  const controller = new AbortController();
  const quitter = limiter.acquire(controller.signal);
  const behind = limiter.acquire();
  controller.abort(new Error('no more'));
  assert.match(String(await rejection(quitter)), /no more/);
  for (const waiting of [ahead, behind]) {
    await new Promise(setImmediate);
    clock.set(clock.now() + 1_000);
    wake();
    await waiting;
  }
});

test('a clock that jumps back does not stop the queue', async () => {
  const clock = virtualClock();
  const limiter = createLimiter({ limit: 1, windowMs: 1_000, clock });
  await limiter.acquire();
  clock.set(clock.now() - 3_600_000);
  await limiter.acquire();
  assert.deepEqual(clock.slept, []);
});

test('tasks are counted apart', async () => {
  const clock = virtualClock();
  const limiter = createKeyedLimiter({ limit: 10, windowMs: 1_000, clock });
  for (let round = 0; round < 10; round += 1) await Promise.all([limiter.acquire('a'), limiter.acquire('b')]);
  assert.deepEqual(clock.slept, []);
  await limiter.acquire('a');
  assert.deepEqual(clock.slept, [1_000]);
});

test('the client keeps the documented limits when told to', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(CREATE, { body: CREATED });
  server.on(RECORD, ok(WAITING));
  const client = clientOf(server, { clock, limiter: true });
  await Promise.all(Array.from({ length: 21 }, () => client.createTask('z-image', { prompt: 'A fox' })));
  assert.deepEqual(clock.slept, [10_000]);
  for (let look = 0; look < 11; look += 1) await client.getTask(TASK_ID);
  assert.deepEqual(clock.slept, [10_000, 1_000]);
});

test('two clients of one account share a limiter', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(CREATE, { body: CREATED });
  const limiter = accountLimits(clock);
  for (let round = 0; round < 21; round += 1) {
    await clientOf(server, { clock, limiter }).createTask('z-image', { prompt: 'A fox' });
  }
  assert.deepEqual(clock.slept, [10_000]);
});
