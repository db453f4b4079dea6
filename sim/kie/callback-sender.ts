import { createHmac } from 'node:crypto';
import type { SimClock } from './clock.ts';
import type { Journal } from './journal.ts';
import { callbackBody } from './record.ts';
import type { Task } from './tasks.ts';

/** The receiver must answer 200 within 15 s; after three further tries nothing more is sent (facts: callbacks). */
const ANSWER_WITHIN_MS = 15_000;
const RETRIES = 3;
/** @NOTE The gap between tries is not documented. */
const RETRY_GAP_MS = 5_000;

/** Headers of a signed callback: base64 HMAC-SHA256 over `taskId.timestamp`, timestamp in seconds. */
export function signatureHeaders(taskId: string, hmacKey: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', hmacKey).update(`${taskId}.${timestamp}`).digest('base64');
  return { 'x-webhook-timestamp': timestamp, 'x-webhook-signature': signature };
}

/** Sends the callbacks of ended tasks and tries again when the receiver does not answer 200. */
export class CallbackSender {
  readonly #clock: SimClock;
  readonly #journal: Journal;
  readonly #hmacKey: string | undefined;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #retries = new Set<() => void>();
  readonly #closed = new AbortController();

  constructor(clock: SimClock, journal: Journal, hmacKey: string | undefined) {
    this.#clock = clock;
    this.#journal = journal;
    this.#hmacKey = hmacKey;
  }

  /** Sends what the task's twist asks for: one callback, none, or two. */
  announce(task: Task): void {
    if (task.callBackUrl === undefined || task.twist.callback === 'lost') return;
    this.#start(task, 1);
    if (task.twist.callback === 'double') this.#start(task, 1);
  }

  /** Requests on the way now. */
  get inFlight(): ReadonlySet<Promise<void>> {
    return this.#inFlight;
  }

  /** Tries that wait for their time. */
  get waiting(): number {
    return this.#retries.size;
  }

  close(): void {
    for (const cancel of this.#retries) cancel();
    this.#retries.clear();
    this.#closed.abort();
  }

  #start(task: Task, attempt: number): void {
    const sending = this.#attempt(task, attempt).finally(() => this.#inFlight.delete(sending));
    this.#inFlight.add(sending);
  }

  async #attempt(task: Task, attempt: number): Promise<void> {
    const status = await this.#post(task);
    if (this.#closed.signal.aborted) return;
    this.#journal.add({ kind: 'callback', at: this.#clock.now(), taskId: task.id, attempt, status });
    if (status === 200 || attempt > RETRIES) return;
    const cancel = this.#clock.setTimer(() => {
      this.#retries.delete(cancel);
      this.#start(task, attempt + 1);
    }, RETRY_GAP_MS);
    this.#retries.add(cancel);
  }

  /** The HTTP status of the receiver, null when it did not answer in time or at all. */
  async #post(task: Task): Promise<number | null> {
    const tooLate = new AbortController();
    const cancel = this.#clock.setTimer(() => tooLate.abort(), ANSWER_WITHIN_MS);
    const signature = this.#hmacKey ? signatureHeaders(task.id, this.#hmacKey, this.#clock.now()) : {};
    try {
      const answer = await fetch(task.callBackUrl ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signature },
        body: JSON.stringify(callbackBody(task)),
        signal: AbortSignal.any([tooLate.signal, this.#closed.signal]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return null;
    } finally {
      cancel();
    }
  }
}
