import type { Operation } from './scenario.ts';

/** What really happened outside, in order. Times are ms epochs. No key and no callback address is kept. */
export type JournalEntry =
  | {
      readonly kind: 'request';
      readonly at: number;
      readonly operation: Operation | 'unknown';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly code: number | null;
      readonly fault: string | null;
    }
  | {
      readonly kind: 'bought';
      readonly at: number;
      readonly taskId: string;
      readonly model: string;
      readonly credits: number;
    }
  | {
      readonly kind: 'ended';
      readonly at: number;
      readonly taskId: string;
      readonly model: string;
      readonly state: 'success' | 'fail';
      readonly credits: number;
    }
  | {
      readonly kind: 'callback';
      readonly at: number;
      readonly taskId: string;
      readonly attempt: number;
      readonly status: number | null;
    };

type Kind = JournalEntry['kind'];
type Entry<K extends Kind> = Extract<JournalEntry, { kind: K }>;

/** The simulator's diary; keeps the last `capacity` entries. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #capacity: number;

  constructor(capacity = 100_000) {
    this.#capacity = capacity;
  }

  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#capacity) this.#entries.splice(0, this.#capacity / 10);
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  of<K extends Kind>(kind: K): Entry<K>[] {
    return this.#entries.filter((entry): entry is Entry<K> => entry.kind === kind);
  }

  requests(operation?: Operation): Entry<'request'>[] {
    return this.of('request').filter((entry) => !operation || entry.operation === operation);
  }

  /** Tasks that were created, whether or not the buyer heard of it. */
  bought(model?: string): Entry<'bought'>[] {
    return this.of('bought').filter((entry) => !model || entry.model === model);
  }

  callbacks(taskId?: string): Entry<'callback'>[] {
    return this.of('callback').filter((entry) => !taskId || entry.taskId === taskId);
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
