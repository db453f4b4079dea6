import type { Update } from 'grammy/types';
import { ApiError } from '../api-error.ts';
import { after, type SimClock } from '../clock.ts';
import type { UpdateQueue } from './update-queue.ts';

const OTHER_POLL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const PACE_MS = 3_000;

export interface PollRequest {
  offset: number;
  limit: number;
  /** Seconds. */
  timeout: number;
}

interface WaitingPoll extends PollRequest {
  answer: (updates: Update[]) => void;
  refuse: (error: ApiError) => void;
  cancelTimeout: () => void;
}

/** getUpdates, step by step as the server does it (facts: 1.2), and the pacing of conflicts (facts: 1.3). */
export class Polling {
  readonly #queue: UpdateQueue;
  readonly #clock: SimClock;
  #waiting: WaitingPoll | undefined;
  #wakeScheduled = false;
  #previousOffset = 0;
  #previousStart = Number.NEGATIVE_INFINITY;
  #nextConflictAt = Number.NEGATIVE_INFINITY;

  constructor(queue: UpdateQueue, clock: SimClock) {
    this.#queue = queue;
    this.#clock = clock;
    queue.onPush(() => this.#scheduleWake());
  }

  /** Whether a long poll waits now; its client may long be gone. */
  get pending(): boolean {
    return this.#waiting !== undefined;
  }

  getUpdates(request: PollRequest): Promise<Update[]> {
    const { offset } = request;
    let { limit, timeout } = request;
    const now = this.#now();
    const repeated = offset === this.#previousOffset;
    if (repeated && timeout < 3 && now < this.#previousStart + 3_000) timeout = 3;
    if (repeated && now < this.#previousStart + 500) limit = 1;
    this.#previousOffset = offset;
    this.#previousStart = now;
    return this.#get({ offset, limit, timeout });
  }

  /** Ends the waiting poll with a 409. */
  abort(description = OTHER_POLL): void {
    const poll = this.#takeWaiting();
    if (poll) void this.conflict(description).catch(poll.refuse);
  }

  /** Rejects with a 409: the first at once, any other within 3 s after a delay of 3 s. */
  async conflict(description: string): Promise<never> {
    const now = this.#now();
    if (now < this.#nextConflictAt) await this.#clock.sleep(PACE_MS);
    else this.#nextConflictAt = now + PACE_MS;
    throw new ApiError(409, description);
  }

  /** Answers the waiting poll with nothing, for the server's own end. */
  close(): void {
    this.#takeWaiting()?.answer([]);
  }

  #get(request: PollRequest): Promise<Update[]> {
    const offset = this.#confirm(request.offset);
    const batch = this.#queue.read(offset, request.limit);
    if (batch.length > 0 || request.timeout === 0) {
      return Promise.resolve(batch.map((event) => event.update));
    }
    this.abort();
    return this.#wait({ ...request, offset });
  }

  /** The offset to read from, after everything before it was forgotten. */
  #confirm(asked: number): number {
    const queue = this.#queue;
    if (asked < 0) queue.keepLast(-asked);
    const nonsense = asked > queue.tail + 10 || asked < queue.head - 100_000;
    const offset = asked <= 0 || nonsense ? queue.head : asked;
    queue.forgetBefore(offset);
    return offset;
  }

  #wait(request: PollRequest): Promise<Update[]> {
    return new Promise((answer, refuse) => {
      const poll: WaitingPoll = { ...request, answer, refuse, cancelTimeout: () => undefined };
      poll.cancelTimeout = after(this.#clock, request.timeout * 1_000, () => {
        if (this.#waiting === poll) this.#rerun();
      });
      this.#waiting = poll;
    });
  }

  /** New updates are gathered for a millisecond before the waiting poll is answered. */
  #scheduleWake(): void {
    if (!this.#waiting || this.#wakeScheduled) return;
    this.#wakeScheduled = true;
    setTimeout(() => {
      this.#wakeScheduled = false;
      this.#rerun();
    }, 1);
  }

  #rerun(): void {
    const poll = this.#takeWaiting();
    if (!poll) return;
    const offset = this.#confirm(poll.offset);
    poll.answer(this.#queue.read(offset, poll.limit).map((event) => event.update));
  }

  #takeWaiting(): WaitingPoll | undefined {
    const poll = this.#waiting;
    this.#waiting = undefined;
    poll?.cancelTimeout();
    return poll;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
