import { type Clock, systemClock } from './clock.ts';
import { abortable } from './deadline.ts';

/** Lets callers through in the order of their coming; `acquire` resolves when the caller may go. */
export interface Limiter {
  acquire(signal?: AbortSignal): Promise<void>;
}

/** The same, counted apart for each key. */
export interface KeyedLimiter {
  acquire(key: string, signal?: AbortSignal): Promise<void>;
}

/** Which requests wait for their turn. Share one object between all clients of an account. */
export interface Limits {
  createTask?: Limiter;
  /** Keyed by task id. */
  recordInfo?: KeyedLimiter;
  catalogue?: Limiter;
}

export interface LimiterOptions {
  limit: number;
  windowMs: number;
  clock?: Clock;
}

/** At most `limit` starts within any `windowMs`, first come first served, in this process. */
export function createLimiter({ limit, windowMs, clock = systemClock }: LimiterOptions): Limiter {
  const starts: number[] = [];
  let queue: Promise<void> = Promise.resolve();

  function forget(now: number): void {
    for (let first = starts[0]; first !== undefined; first = starts[0]) {
      const inWindow = first <= now && now - first < windowMs;
      if (inWindow) return;
      starts.shift();
    }
  }

  async function take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    forget(clock.now());
    const first = starts[0];
    if (first !== undefined && starts.length >= limit) {
      await clock.sleep(first + windowMs - clock.now(), signal);
      return take(signal);
    }
    starts.push(clock.now());
  }

  return {
    acquire(signal) {
      const turn = queue.then(() => take(signal));
      queue = turn.catch(() => undefined);
      return abortable(turn, signal);
    },
  };
}

/** One limiter per key; keys that have been quiet for a window are forgotten. */
export function createKeyedLimiter(options: LimiterOptions): KeyedLimiter {
  const clock = options.clock ?? systemClock;
  const entries = new Map<string, { limiter: Limiter; waiting: number; usedAt: number }>();

  function forgetQuiet(): void {
    for (const [key, entry] of entries) {
      if (entry.waiting > 0 || clock.now() - entry.usedAt < options.windowMs) return;
      entries.delete(key);
    }
  }

  return {
    async acquire(key, signal) {
      forgetQuiet();
      const entry = entries.get(key) ?? { limiter: createLimiter(options), waiting: 0, usedAt: 0 };
      entries.delete(key);
      entries.set(key, entry);
      entry.waiting += 1;
      try {
        await entry.limiter.acquire(signal);
      } finally {
        entry.waiting -= 1;
        entry.usedAt = clock.now();
      }
    },
  };
}

/** kie.ai's documented limits: createTask 20 / 10 s per account, recordInfo 10 / s per task, catalogue 1 / s. */
export function accountLimits(clock: Clock = systemClock): Required<Limits> {
  return {
    createTask: createLimiter({ limit: 20, windowMs: 10_000, clock }),
    recordInfo: createKeyedLimiter({ limit: 10, windowMs: 1_000, clock }),
    catalogue: createLimiter({ limit: 1, windowMs: 1_000, clock }),
  };
}
