import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NetworkError, RateLimitedError, ServerError, UnauthorizedError } from './errors.ts';
import { LONGEST_RETRY_AFTER_MS, readRetryAfter, retryDelay } from './retry.ts';

const server = new ServerError({});
const read = { policy: 'read', error: server, retried: 0, retries: 9, random: 0.5 } as const;

test('reads back off exponentially with full jitter, up to 15 seconds', () => {
  const delays = [0, 1, 2, 3, 8].map((retried) => retryDelay({ ...read, retried }));
  assert.deepEqual(delays, [250, 500, 1_000, 2_000, 7_500]);
  assert.equal(retryDelay({ ...read, random: 0 }), 0);
});

test('no attempt is made beyond the allowed ones, nor after a refusal that stays', () => {
  assert.equal(retryDelay({ ...read, retried: 9 }), null);
  assert.equal(retryDelay({ ...read, error: new UnauthorizedError({}) }), null);
});

test('the paid request is repeated after a 429 only', () => {
  const paid = { ...read, policy: 'paid' } as const;
  assert.equal(retryDelay({ ...paid, error: server }), null);
  assert.equal(retryDelay({ ...paid, error: new NetworkError(false, {}) }), null);
  const limited = new RateLimitedError({});
  const delays = [0, 1, 2, 3].map((retried) => retryDelay({ ...paid, error: limited, retried }));
  assert.deepEqual(delays, [2_000, 5_000, 12_000, null]);
});

test('the server decides the delay, unless it asks for too much', () => {
  const asking = (retryAfterMs: number) => new RateLimitedError({ retryAfterMs });
  assert.equal(retryDelay({ ...read, error: asking(9_000) }), 9_000);
  assert.equal(retryDelay({ ...read, error: asking(0) }), 0);
  assert.equal(retryDelay({ ...read, error: asking(LONGEST_RETRY_AFTER_MS + 1) }), null);
});

test('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-10-08T10:00:00Z');
  assert.equal(readRetryAfter('7', now), 7_000);
  assert.equal(readRetryAfter('Thu, 08 Oct 2026 10:00:30 GMT', now), 30_000);
  assert.equal(readRetryAfter('Thu, 08 Oct 2026 09:00:00 GMT', now), 0);
  for (const nothing of [null, '', 'soon', 'Infinity']) assert.equal(readRetryAfter(nothing, now), null);
});
