import type { Clock } from '#platform';

/** A clock on which every sleep is over at once and time has moved on by it; it notes each. */
export class QuickClock implements Clock {
  /** How long each sleep was, in milliseconds. */
  readonly slept: number[] = [];
  #now = Date.parse('2026-01-01T00:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    this.#now += ms;
    this.slept.push(ms);
  }
}
