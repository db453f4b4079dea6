/** Virtual time for many sleepers: all that are due at one moment wake together. Milliseconds. */
export interface LeapingClock {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Moves on by `ms`, from one due moment to the next. */
  advance(ms: number): Promise<void>;
}

export function createLeapingClock(): LeapingClock {
  let now = 0;
  const due = new Map<number, (() => void)[]>();

  async function leap(moment: number): Promise<void> {
    now = moment;
    const woken = due.get(moment) ?? [];
    due.delete(moment);
    for (const wake of woken) wake();
    await settle();
  }

  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        const at = now + Math.max(0, ms);
        const others = due.get(at);
        if (others) others.push(resolve);
        else due.set(at, [resolve]);
      }),
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let next = Math.min(...due.keys()); next <= end; next = Math.min(...due.keys())) await leap(next);
      now = end;
    },
  };
}

/** Lets run what waits for nothing but its turn; reading a body takes several turns. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
