/** A clock that runs like the real one and can be moved forward: sleeps that are due by then wake at once. */
export interface WorldClock {
  now(): Date;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  advance(ms: number): void;
  /** Sets it forward or back, as somebody sets the clock of a machine: who sleeps sleeps on. */
  set(ms: number): void;
}

interface Sleeper {
  until: number;
  wake(): void;
}

export function createWorldClock(): WorldClock {
  let ahead = 0;
  const sleepers = new Set<Sleeper>();
  const now = () => Date.now() + ahead;
  return {
    now: () => new Date(now()),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sleeper = { until: now() + ms, wake: resolve };
      const timer = setTimeout(resolve, ms);
      const giveUp = () => reject(signal?.reason);
      signal?.addEventListener('abort', giveUp, { once: true });
      sleepers.add(sleeper);
      await promise.finally(() => {
        clearTimeout(timer);
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', giveUp);
      });
    },
    advance(ms) {
      ahead += ms;
      for (const sleeper of [...sleepers]) if (sleeper.until <= now()) sleeper.wake();
    },
    set(ms) {
      ahead += ms;
      for (const sleeper of sleepers) sleeper.until += ms;
    },
  };
}
