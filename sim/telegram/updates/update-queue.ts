import { randomInt } from 'node:crypto';
import type { Update } from 'grammy/types';
import { type SimClock, unixTime } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { AllowedUpdates, expiryOf, orderKey, type UpdateType } from './update-types.ts';

const MAX_EVENTS = 100_000;
const MAX_UPDATE_BYTES = 64 * 1024;
const MAX_BATCH_BYTES = 1 << 22;

/** An update in the queue, already in the form in which it leaves. */
export interface QueuedUpdate {
  id: number;
  key: string;
  update: Update;
  bytes: number;
  /** Unix time in seconds. */
  expiresAt: number;
}

interface NewUpdate<T extends UpdateType> {
  type: T;
  payload: NonNullable<Update[T]>;
  /** Whose updates stay in order: the chat, or the user of a query. */
  senderId: number;
  /** Unix time from which the lifetime counts; now if absent. */
  date?: number;
}

/** A bot's updates between their making and their confirmation (facts: 1.1). */
export class UpdateQueue {
  readonly allowed = new AllowedUpdates();
  readonly #bot: string;
  readonly #clock: SimClock;
  readonly #journal: Journal;
  readonly #listeners = new Set<() => void>();
  #events: QueuedUpdate[] = [];
  #nextId = randomInt(2_000_001, 1_000_000_000);

  constructor(bot: string, clock: SimClock, journal: Journal) {
    this.#bot = bot;
    this.#clock = clock;
    this.#journal = journal;
  }

  /** Puts an update in, unless the bot does not want it or it is too big; answers whether it is in. */
  push<T extends UpdateType>(fresh: NewUpdate<T>): boolean {
    const update = { update_id: this.#nextId, [fresh.type]: fresh.payload } as unknown as Update;
    const bytes = Buffer.byteLength(JSON.stringify(update));
    const dropped = this.#refusal(fresh.type, bytes);
    const entry = { kind: 'update' as const, bot: this.#bot, type: fresh.type, update };
    this.#journal.add(dropped ? { ...entry, dropped } : entry);
    if (dropped) return false;
    this.#nextId += 1;
    const expiresAt = expiryOf(fresh.type, fresh.date ?? unixTime(this.#clock));
    const key = orderKey(fresh.type, fresh.senderId);
    this.#events.push({ id: update.update_id, key, update, bytes, expiresAt });
    for (const listener of this.#listeners) listener();
    return true;
  }

  /** Calls `listener` after each new update. */
  onPush(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Id of the oldest update held. */
  get head(): number {
    return this.#events[0]?.id ?? this.#nextId;
  }

  /** Id the next update will get. */
  get tail(): number {
    return this.#nextId;
  }

  get size(): number {
    this.#forgetExpired();
    return this.#events.length;
  }

  /** Confirmation: everything with a lower id is gone. */
  forgetBefore(id: number): void {
    this.#events = this.#events.filter((event) => event.id >= id);
  }

  keepLast(count: number): void {
    this.#events = this.#events.slice(-count);
  }

  remove(id: number): void {
    this.#events = this.#events.filter((event) => event.id !== id);
  }

  clear(): void {
    this.#events = [];
  }

  /** Live updates from `offset` on, at most `limit` of them and 4 MiB together. */
  read(offset: number, limit: number): QueuedUpdate[] {
    this.#forgetExpired();
    const batch: QueuedUpdate[] = [];
    let bytes = 0;
    for (const event of this.#events) {
      if (event.id < offset) continue;
      bytes += event.bytes;
      if (batch.length === limit || (bytes > MAX_BATCH_BYTES && batch.length > 0)) break;
      batch.push(event);
    }
    return batch;
  }

  #refusal(type: UpdateType, bytes: number): string | undefined {
    if (!this.allowed.allows(type)) return 'not among allowed_updates';
    if (bytes > MAX_UPDATE_BYTES) return 'larger than 64 KiB';
    if (this.#events.length >= MAX_EVENTS) return 'queue is full';
    return undefined;
  }

  #forgetExpired(): void {
    const now = unixTime(this.#clock);
    if (this.#events.some((event) => event.expiresAt <= now)) {
      this.#events = this.#events.filter((event) => event.expiresAt > now);
    }
  }
}
