import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitFor } from './provider-window.ts';

const limit = { calls: 20, windowMs: 10_000 };
const now = new Date('2026-11-24T12:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test('a call is free while fewer than the limit were made in the window', () => {
  assert.equal(
    waitFor(
      Array.from({ length: 19 }, () => secondsAgo(1)),
      limit,
      now,
    ),
    0,
  );
});

test('the next call is free when the oldest of the last twenty leaves the window', () => {
  const taken = [secondsAgo(9), ...Array.from({ length: 19 }, () => secondsAgo(1))];
  const wait = waitFor(taken, limit, now);
  assert.ok(wait >= 1_000 && wait <= 1_300, `waits ${wait} ms`);
});
