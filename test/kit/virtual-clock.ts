import type { Clock } from '#platform';

interface Sleeper {
  due: number;
  wake(): void;
}

/** A clock that only moves when a test moves it. */
export class VirtualClock implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(start: Date | string = '2026-01-01T00:00:00Z') {
    this.#now = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** How many are asleep. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  /** Milliseconds until the next one wakes; undefined when nobody sleeps. */
  get nextDue(): number | undefined {
    const first = this.#next(Infinity);
    return first && Math.max(0, first.due - this.#now);
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const sleeper = { due: this.#now + Math.max(0, ms), wake: resolve };
    const abort = () => {
      this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
      reject(signal?.reason);
    };
    this.#sleepers.push(sleeper);
    signal?.addEventListener('abort', abort, { once: true });
    await promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  /**
   * Moves time on by `ms`, waking sleepers in the order they are due. Each one runs until it waits
   * again before the next is woken, so one that sleeps in a loop is woken as often as it would be.
   */
  async advance(ms: number): Promise<void> {
    const target = this.#now + ms;
    await settle();
    for (let next = this.#next(target); next; next = this.#next(target)) await this.#wake(next);
    this.#now = target;
  }

  /** Wakes sleepers in order until nobody sleeps; time ends at the last one. */
  async runAll(): Promise<void> {
    await settle();
    for (let next = this.#next(Infinity); next; next = this.#next(Infinity)) await this.#wake(next);
  }

  #next(limit: number): Sleeper | undefined {
    const due = this.#sleepers.filter((sleeper) => sleeper.due <= limit);
    return due.reduce<Sleeper | undefined>(
      (first, one) => (first && first.due <= one.due ? first : one),
      undefined,
    );
  }

  async #wake(sleeper: Sleeper): Promise<void> {
    this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
    this.#now = Math.max(this.#now, sleeper.due);
    sleeper.wake();
    await settle();
  }
}

/** Lets everything that is ready run, microtasks and pending I/O callbacks alike. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
