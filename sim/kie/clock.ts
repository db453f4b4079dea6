/** Time as the simulator sees it: the current ms epoch and one-shot timers. */
export interface SimClock {
  now(): number;
  /** Calls `due` once after `ms`; the returned function cancels it. */
  setTimer(due: () => void, ms: number): () => void;
}

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends SimClock {
  /** Moves `ms` forward, firing the timers on the way in order and letting I/O run after each. */
  advance(ms: number): Promise<void>;
  /** ms until the next timer, or undefined when none is set. */
  next(): number | undefined;
}

/** The wall clock. Its timers do not keep the process alive. */
export function realClock(): SimClock {
  return {
    now: () => Date.now(),
    setTimer(due, ms) {
      const timer = setTimeout(due, ms);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock for tests: an hour passes in a millisecond. `start` is a ms epoch. */
export function virtualClock(start = Date.UTC(2026, 9, 8)): VirtualClock {
  let time = start;
  const timers = new Set<{ at: number; due: () => void }>();
  const earliest = () => {
    let first: { at: number; due: () => void } | undefined;
    for (const timer of timers) if (!first || timer.at < first.at) first = timer;
    return first;
  };

  return {
    now: () => time,
    setTimer(due, ms) {
      const timer = { at: time + Math.max(0, ms), due };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    next() {
      const first = earliest();
      return first && Math.max(0, first.at - time);
    },
    async advance(ms) {
      const end = time + ms;
      for (let first = earliest(); first && first.at <= end; first = earliest()) {
        time = Math.max(time, first.at);
        timers.delete(first);
        first.due();
        await ioTurn();
      }
      time = end;
      await ioTurn();
    },
  };
}

/** True when the clock can be moved by hand. */
export function isVirtual(clock: SimClock): clock is VirtualClock {
  return 'advance' in clock;
}

function ioTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
