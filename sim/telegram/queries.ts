import { randomInt } from 'node:crypto';
import { badRequest } from './api-error.ts';
import type { SimClock } from './clock.ts';
import { after } from './clock.ts';

/** What each kind of query is answered with. */
export interface QueryAnswers {
  callback: { text?: string; show_alert?: boolean; url?: string };
  preCheckout: { ok: boolean; error?: string };
  inline: { results: unknown[] };
}
export type QueryKind = keyof QueryAnswers;

interface OpenQuery<K extends QueryKind = QueryKind> {
  kind: K;
  expiresAt: number;
  resolve: (answer: QueryAnswers[K]) => void;
}

/** Seconds within which a query of the kind can be answered (facts: 1.1 and 2.2). */
const LIFETIMES: Record<QueryKind, number> = { callback: 150, preCheckout: 10, inline: 30 };

/** Queries that wait for the bot's answer: taps, checkouts, inline queries. */
export class QueryStore {
  readonly #clock: SimClock;
  readonly #open = new Map<string, OpenQuery>();

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  /** A new query's id, and its answer; undefined when none came within `patienceMs`. */
  open<K extends QueryKind>(
    kind: K,
    patienceMs: number,
  ): { id: string; answer: Promise<QueryAnswers[K] | undefined> } {
    const id = `${randomInt(1e9, 9e9)}${randomInt(1e8, 9e8)}`;
    const expiresAt = this.#now() + LIFETIMES[kind] * 1_000;
    const answer = new Promise<QueryAnswers[K] | undefined>((resolve) => {
      const stopWaiting = after(this.#clock, patienceMs, () => resolve(undefined));
      const answered = (value: QueryAnswers[K]) => {
        stopWaiting();
        resolve(value);
      };
      this.#open.set(id, { kind, expiresAt, resolve: answered as OpenQuery['resolve'] });
    });
    return { id, answer };
  }

  /** Hands the answer over. A second answer in time is taken silently. */
  answer<K extends QueryKind>(kind: K, id: string, value: QueryAnswers[K]): void {
    const query = this.#open.get(id);
    if (query?.kind !== kind || query.expiresAt <= this.#now()) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    query.resolve(value);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
