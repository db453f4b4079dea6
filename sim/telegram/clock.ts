import { setTimeout as delay } from 'node:timers/promises';

/** Source of time of the simulator; the product's own clock fits as well, so that one clock can drive both. */
export interface SimClock {
  now(): Date;
  /** Resolves after `ms` milliseconds; rejects as soon as the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock that stands still until it is advanced. */
export interface VirtualClock extends SimClock {
  /** Moves time on by `ms`, waking the sleepers on the way in their order. */
  advance(ms: number): Promise<void>;
  /** How many are asleep now. */
  readonly sleepers: number;
}

/** The real clock. Its sleepers keep no process alive: the open port does. */
export const systemClock: SimClock = {
  now: () => new Date(),
  sleep: (ms, signal) => delay(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }),
};

/** Seconds since 1970, as every date of the Bot API. */
export function unixTime(clock: SimClock): number {
  return Math.floor(clock.now().getTime() / 1000);
}

/** Calls `wake` after `ms` unless the returned function was called before. */
export function after(clock: SimClock, ms: number, wake: () => void): () => void {
  const controller = new AbortController();
  clock.sleep(ms, controller.signal).then(
    () => {
      if (!controller.signal.aborted) wake();
    },
    () => undefined, // cancelled
  );
  return () => controller.abort();
}

interface Sleeper {
  at: number;
  wake: () => void;
}

/** A clock for tests. `start` is its first moment. */
export function createVirtualClock(start = new Date('2026-11-24T12:00:00Z')): VirtualClock {
  let now = start.getTime();
  const sleepers = new Set<Sleeper>();
  const nextUntil = (end: number) =>
    [...sleepers].filter((sleeper) => sleeper.at <= end).sort((a, b) => a.at - b.at)[0];

  return {
    now: () => new Date(now),
    get sleepers() {
      return sleepers.size;
    },
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const sleeper: Sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      });
    },
    async advance(ms) {
      const end = now + ms;
      for (let sleeper = nextUntil(end); sleeper; sleeper = nextUntil(end)) {
        now = Math.max(now, sleeper.at);
        sleepers.delete(sleeper);
        sleeper.wake();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
