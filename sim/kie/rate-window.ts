/** `count` requests within any `perMs` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly perMs: number;
}

/** The three limits of an account; null switches one off (facts: limits). */
export interface Limits {
  readonly createTask: Limit | null;
  /** Per task id. */
  readonly recordInfo: Limit | null;
  /** models, schema, price and success-rate share one budget. */
  readonly catalogue: Limit | null;
}

export const DOCUMENTED_LIMITS: Limits = {
  createTask: { count: 20, perMs: 10_000 },
  recordInfo: { count: 10, perMs: 1_000 },
  catalogue: { count: 1, perMs: 1_000 },
};

/** A sliding window over the times of accepted requests; refused ones do not count. */
export class RateWindow {
  readonly #limit: Limit | null;
  #taken: number[] = [];

  constructor(limit: Limit | null) {
    this.#limit = limit;
  }

  /** Takes one place; false when the window is full. */
  take(now: number): boolean {
    const limit = this.#limit;
    if (!limit) return true;
    this.#taken = this.#taken.filter((time) => time > now - limit.perMs);
    if (this.#taken.length >= limit.count) return false;
    this.#taken.push(now);
    return true;
  }
}
