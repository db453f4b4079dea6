import type { Update } from 'grammy/types';
import { type SimClock, unixTime } from './clock.ts';

interface Stamp {
  /** Counts all entries from 1. */
  seq: number;
  /** Unix time in seconds. */
  at: number;
}

/** One call of a method by a bot. `status` is absent while it waits for its answer, or hangs. */
export interface CallEntry extends Stamp {
  kind: 'call';
  bot: string;
  method: string;
  params: Record<string, unknown>;
  status?: number;
  description?: string;
  result?: unknown;
}

/** One update made for a bot; `dropped` says why it never entered the queue. */
export interface UpdateEntry extends Stamp {
  kind: 'update';
  bot: string;
  type: string;
  update: Partial<Update>;
  dropped?: string;
}

/** One attempt to deliver an update to a webhook; `retry_in` in seconds. */
export interface WebhookEntry extends Stamp {
  kind: 'webhook';
  bot: string;
  update_id: number;
  ok: boolean;
  error?: string;
  retry_in?: number;
}

export type JournalEntry = CallEntry | UpdateEntry | WebhookEntry;
type Unstamped<T> = T extends JournalEntry ? Omit<T, keyof Stamp> : never;

const CAPACITY = 20_000;

/** What happened on this server, in order, without any token; the oldest entries beyond 20 000 are forgotten. */
export class Journal {
  readonly #clock: SimClock;
  readonly #watchers = new Set<() => void>();
  #entries: JournalEntry[] = [];
  #count = 0;

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** Calls so far, of one method if named (in any case of letters). */
  calls(method?: string): CallEntry[] {
    const name = method?.toLowerCase();
    return this.#entries.filter(
      (entry): entry is CallEntry => entry.kind === 'call' && (!name || entry.method.toLowerCase() === name),
    );
  }

  /** Entries with a higher `seq`. */
  since(seq: number): JournalEntry[] {
    return this.#entries.filter((entry) => entry.seq > seq);
  }

  add<T extends Unstamped<JournalEntry>>(entry: T): T & Stamp {
    this.#count += 1;
    const stamped = { seq: this.#count, at: unixTime(this.#clock), ...entry };
    this.#entries.push(stamped);
    if (this.#entries.length > CAPACITY) this.#entries = this.#entries.slice(-CAPACITY / 2);
    this.changed();
    return stamped;
  }

  /** Tells those who wait that an entry was added or completed. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** The first entry, past or to come, that fits; rejects after `timeoutMs` of real time. */
  waitFor(fits: (entry: JournalEntry) => boolean, timeoutMs = 10_000): Promise<JournalEntry> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.#entries.find(fits);
        if (!found) return;
        this.#watchers.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(
          new Error(
            `nothing in the journal fits; its last entries: ${JSON.stringify(this.#entries.slice(-5))}`,
          ),
        );
      }, timeoutMs);
      this.#watchers.add(look);
      look();
    });
  }
}
