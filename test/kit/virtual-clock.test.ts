import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualClock } from './index.ts';

test('sleepers wake in the order they are due, at their own time', async () => {
  const clock = new VirtualClock('2026-01-01T00:00:00Z');
  const woken: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push(`${name} ${clock.now().toISOString().slice(17, 23)}`);
  };
  const all = Promise.all([sleeper('late', 3000), sleeper('early', 1000), sleeper('never', 9000)]);
  await clock.advance(5000);
  assert.deepEqual(woken, ['early 01.000', 'late 03.000']);
  assert.equal(clock.now().toISOString(), '2026-01-01T00:00:05.000Z');
  assert.equal(clock.sleeping, 1);
  await clock.runAll();
  await all;
  assert.equal(clock.now().toISOString(), '2026-01-01T00:00:09.000Z');
});

test('one that sleeps in a loop is woken as often as time allows', async () => {
  const clock = new VirtualClock();
  let rounds = 0;
  const stop = new AbortController();
  const loop = (async () => {
    for (;;) {
      await clock.sleep(1000, stop.signal);
      rounds += 1;
    }
  })();
  await clock.advance(10_500);
  assert.equal(rounds, 10);
  stop.abort(new Error('stopped'));
  await assert.rejects(loop, /stopped/);
  assert.equal(clock.sleeping, 0);
});
