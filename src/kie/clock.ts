import { setTimeout as delay } from 'node:timers/promises';

/** Where time comes from: `now` in epoch milliseconds, `sleep` rejects when the signal is aborted. */
export interface Clock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const startedAt = Date.now() - performance.now();

/** Real time, read from the monotonic clock, so that setting the machine's clock neither ends nor prolongs a wait. */
export const systemClock: Clock = {
  now: () => startedAt + performance.now(),
  sleep: (ms, signal) =>
    delay(Math.min(Math.max(ms, 0), LONGEST_TIMER_MS), undefined, signal ? { signal } : {}),
};
