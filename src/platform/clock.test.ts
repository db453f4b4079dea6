import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from './index.ts';

test('a sleep ends when its time is over', async () => {
  const started = performance.now();
  await systemClock.sleep(20);
  assert.ok(performance.now() - started >= 19);
});

test('an aborted sleep rejects at once with the reason it was given', async () => {
  const stop = new AbortController();
  const sleep = systemClock.sleep(60_000, stop.signal);
  stop.abort(new Error('enough'));
  await assert.rejects(sleep, /^Error: enough$/);
  await assert.rejects(systemClock.sleep(60_000, stop.signal), /^Error: enough$/);
});
