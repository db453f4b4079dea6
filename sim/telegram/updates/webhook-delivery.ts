import { randomInt } from 'node:crypto';
import { after, type SimClock } from '../clock.ts';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';
import { type PostResult, WebhookPoster } from './webhook-post.ts';
import type { WebhookSettings } from './webhook-settings.ts';

interface DeliveryParts {
  settings: WebhookSettings;
  clock: SimClock;
  queue: UpdateQueue;
  execute: (method: string, body: Record<string, unknown>) => void;
  onAttempt: (event: QueuedUpdate, error: string | undefined, retryInSeconds: number | undefined) => void;
  /** The address answered 410 for so long that the webhook is to be removed. */
  onGone: () => void;
}

/** Methods an answer may not ask for. */
const FORBIDDEN_IN_ANSWER = /^(deletewebhook|setwebhook|close|logout|get.*)$/;
const GONE_AFTER_MS = 23 * 3_600_000;
const BREAKER_AFTER_MS = 10_000;
const BREAKER_PACE_MS = 2_000;

/** Brings the queue to a webhook: one update in flight per key, failures block only their own key (facts: 1.4). */
export class WebhookDelivery {
  readonly #parts: DeliveryParts;
  readonly #poster = new WebhookPoster();
  /** Keys with an update in flight or waiting for its next attempt. */
  readonly #busy = new Set<string>();
  /** Failed attempts so far, per update. */
  readonly #failures = new Map<number, number>();
  readonly #cancels = new Set<() => void>();
  #inFlight = 0;
  #closed = false;
  #goneSince: number | undefined;
  #failingSince: number | undefined;
  #lastStart = Number.NEGATIVE_INFINITY;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    parts.queue.onPush(() => this.#pump());
    this.#pump();
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#cancels) cancel();
    this.#poster.close();
  }

  #pump(): void {
    if (this.#closed) return;
    const { queue, settings } = this.#parts;
    for (const event of queue.read(queue.head, settings.maxConnections * 2)) {
      if (this.#inFlight >= settings.maxConnections) return;
      if (this.#busy.has(event.key)) continue;
      if (this.#breakerHolds()) return;
      this.#busy.add(event.key);
      void this.#attempt(event);
    }
  }

  /** Without a success for ten seconds, one attempt in two seconds must do. */
  #breakerHolds(): boolean {
    const now = this.#now();
    const open = this.#failingSince !== undefined && now - this.#failingSince > BREAKER_AFTER_MS;
    if (open && now - this.#lastStart < BREAKER_PACE_MS) {
      this.#later(BREAKER_PACE_MS, () => this.#pump());
      return true;
    }
    this.#lastStart = now;
    return false;
  }

  async #attempt(event: QueuedUpdate): Promise<void> {
    this.#inFlight += 1;
    const result = await this.#poster.post(this.#parts.settings, event.update);
    this.#inFlight -= 1;
    if (this.#closed) return;
    if (result.problem === undefined) this.#succeeded(event, result);
    else this.#failed(event, result, result.problem);
    this.#pump();
  }

  #succeeded(event: QueuedUpdate, result: PostResult): void {
    this.#failingSince = undefined;
    this.#goneSince = undefined;
    this.#failures.delete(event.id);
    this.#busy.delete(event.key);
    this.#parts.queue.remove(event.id);
    this.#parts.onAttempt(event, undefined, undefined);
    this.#runAnswer(result);
  }

  #failed(event: QueuedUpdate, result: PostResult, problem: string): void {
    this.#failingSince ??= this.#now();
    const count = (this.#failures.get(event.id) ?? 0) + 1;
    this.#failures.set(event.id, count);
    const seconds = result.retryAfter ?? retryDelay(count);
    if (this.#isGone(result.status)) {
      this.#parts.onAttempt(event, problem, undefined);
      this.#parts.onGone();
      return;
    }
    if (seconds > 0) this.#later(seconds * 1_000, () => this.#retry(event));
    this.#parts.onAttempt(event, problem, seconds);
    if (seconds === 0) this.#retry(event);
  }

  #retry(event: QueuedUpdate): void {
    const alive = this.#parts.queue.read(event.id, 1)[0]?.id === event.id;
    if (alive) return void this.#attempt(event);
    this.#failures.delete(event.id);
    this.#busy.delete(event.key);
    this.#pump();
  }

  #isGone(status: number): boolean {
    if (status !== 410) {
      this.#goneSince = undefined;
      return false;
    }
    this.#goneSince ??= this.#now();
    return this.#now() - this.#goneSince > GONE_AFTER_MS;
  }

  #runAnswer(result: PostResult): void {
    const body = parseAnswer(result);
    const method = body?.method;
    if (!body || typeof method !== 'string' || FORBIDDEN_IN_ANSWER.test(method.toLowerCase())) return;
    this.#parts.execute(method, body);
  }

  #later(ms: number, wake: () => void): void {
    const cancel = after(this.#parts.clock, ms, () => {
      this.#cancels.delete(cancel);
      wake();
    });
    this.#cancels.add(cancel);
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}

/** Seconds before the next attempt: at once, then 2, 4, 8 …, at most a random minute or two. */
function retryDelay(failures: number): number {
  return failures === 1 ? 0 : Math.min(2 ** (failures - 1), randomInt(60, 121));
}

function parseAnswer(result: PostResult): Record<string, unknown> | undefined {
  if (!result.contentType.includes('application/json')) return undefined;
  try {
    const body: unknown = JSON.parse(result.body);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // an answer that is no JSON asks for nothing
  }
}
