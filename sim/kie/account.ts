import type { SimClock } from './clock.ts';
import { type Limits, RateWindow } from './rate-window.ts';

/** The one account behind all keys of a simulator: its kie credits and its request windows. */
export class Account {
  /** As in recorded file paths. */
  readonly number = 136592;
  readonly #keys: ReadonlySet<string>;
  readonly #clock: SimClock;
  readonly #limits: Limits;
  readonly #createTask: RateWindow;
  readonly #catalogue: RateWindow;
  readonly #recordInfo = new Map<string, RateWindow>();
  #balance: number;
  #reserved = 0;

  constructor(options: { keys: readonly string[]; credits: number; clock: SimClock; limits: Limits }) {
    this.#keys = new Set(options.keys);
    this.#balance = options.credits;
    this.#clock = options.clock;
    this.#limits = options.limits;
    this.#createTask = new RateWindow(options.limits.createTask);
    this.#catalogue = new RateWindow(options.limits.catalogue);
  }

  get balance(): number {
    return this.#balance;
  }

  /** Sets the balance, as a top-up or an empty account would. */
  set(credits: number): void {
    this.#balance = credits;
  }

  /** True for `Bearer <one of our keys>`. */
  knows(authorization: string | undefined): boolean {
    const key = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    return key !== undefined && this.#keys.has(key);
  }

  /** Sets credits aside for a running task; false when the balance does not cover it. */
  reserve(credits: number): boolean {
    if (this.#balance - this.#reserved < credits) return false;
    this.#reserved += credits;
    return true;
  }

  /** Ends a reservation: `charged` of the reserved credits are taken, 0 after a failure. */
  settle(reserved: number, charged: number): void {
    this.#reserved -= reserved;
    this.#balance = Math.round((this.#balance - charged) * 10_000) / 10_000;
  }

  mayCreateTask(): boolean {
    return this.#createTask.take(this.#clock.now());
  }

  mayReadCatalogue(): boolean {
    return this.#catalogue.take(this.#clock.now());
  }

  mayReadTask(taskId: string): boolean {
    if (!this.#limits.recordInfo) return true;
    const window = this.#recordInfo.get(taskId) ?? new RateWindow(this.#limits.recordInfo);
    this.#recordInfo.set(taskId, window);
    return window.take(this.#clock.now());
  }
}
