import type { WebhookInfo } from 'grammy/types';
import { ApiError, tooManyRequests } from '../api-error.ts';
import { type SimClock, unixTime } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Polling } from './polling.ts';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';
import { WebhookDelivery } from './webhook-delivery.ts';
import { verifyAddress, type WebhookSettings } from './webhook-settings.ts';

interface WebhookParts {
  bot: string;
  clock: SimClock;
  journal: Journal;
  queue: UpdateQueue;
  polling: Polling;
  /** Runs the method a webhook's answer asks for; its result is seen by nobody. */
  execute: (method: string, body: Record<string, unknown>) => void;
}

const NONE: WebhookSettings = { url: '', secret: '', maxConnections: 0, ip: '', hasCertificate: false };

/** A bot's webhook: setting, removing, what is known of it (facts: 1.4). Delivery itself is beside. */
export class Webhook {
  readonly #parts: WebhookParts;
  #settings = NONE;
  #delivery: WebhookDelivery | undefined;
  #lastSetAt = Number.NEGATIVE_INFINITY;
  #beingSet: ((error: ApiError) => void) | undefined;
  #ip = '<unknown>';
  #lastError: { date: number; message: string } | undefined;

  constructor(parts: WebhookParts) {
    this.#parts = parts;
  }

  /** Whether getUpdates is out of the question. */
  get active(): boolean {
    return this.#settings.url !== '' || this.#beingSet !== undefined;
  }

  /** Sets, replaces or (with an empty url) removes the webhook; answers the description. */
  async set(settings: WebhookSettings, dropPending: boolean): Promise<string> {
    if (settings.url === '') return this.remove(dropPending);
    if (this.#isSame(settings) && !dropPending && !settings.hasCertificate) {
      this.#lastError = undefined;
      return 'Webhook is already set';
    }
    this.#pace();
    this.#parts.polling.abort('Conflict: terminated by setWebhook request');
    const ip = await this.#verified(settings.url);
    if (dropPending) this.#parts.queue.clear();
    this.#stop();
    this.#settings = settings;
    this.#ip = settings.ip || ip;
    this.#lastError = undefined;
    this.#delivery = this.#startDelivery(settings);
    return 'Webhook was set';
  }

  remove(dropPending: boolean): string {
    const had = this.#settings.url !== '';
    if (dropPending) this.#parts.queue.clear();
    this.#stop();
    this.#settings = NONE;
    this.#ip = '<unknown>';
    this.#lastError = undefined;
    return had ? 'Webhook was deleted' : 'Webhook is already deleted';
  }

  info(): WebhookInfo {
    const { url, hasCertificate, maxConnections } = this.#settings;
    const allowed = this.#parts.queue.allowed.custom;
    const error = this.#lastError;
    return {
      url,
      has_custom_certificate: hasCertificate,
      pending_update_count: this.#parts.queue.size,
      ...(error ? { last_error_date: error.date, last_error_message: error.message } : {}),
      ...(maxConnections > 0 ? { max_connections: maxConnections } : {}),
      ...(url ? { ip_address: this.#ip } : {}),
      ...(allowed ? { allowed_updates: allowed as NonNullable<WebhookInfo['allowed_updates']> } : {}),
    };
  }

  close(): void {
    this.#stop();
  }

  #isSame(settings: WebhookSettings): boolean {
    const now = this.#settings;
    return (
      now.url === settings.url &&
      now.maxConnections === settings.maxConnections &&
      now.secret === settings.secret &&
      now.ip === settings.ip
    );
  }

  /** More than one change a second is refused. */
  #pace(): void {
    const now = this.#parts.clock.now().getTime();
    if (now < this.#lastSetAt + 1_000) throw tooManyRequests(1);
    this.#lastSetAt = now;
  }

  /** Connects to the address; a newer setWebhook ends this one. */
  async #verified(url: string): Promise<string> {
    this.#beingSet?.(new ApiError(409, 'Conflict: terminated by other setWebhook'));
    const superseded = Promise.withResolvers<never>();
    this.#beingSet = superseded.reject;
    try {
      return await Promise.race([verifyAddress(url), superseded.promise]);
    } finally {
      if (this.#beingSet === superseded.reject) this.#beingSet = undefined;
    }
  }

  #startDelivery(settings: WebhookSettings): WebhookDelivery {
    const { bot, clock, journal, queue, execute } = this.#parts;
    return new WebhookDelivery({
      settings,
      clock,
      queue,
      execute,
      onAttempt: (event: QueuedUpdate, error, retryIn) => {
        if (error) this.#lastError = { date: unixTime(clock), message: error };
        const entry = { kind: 'webhook' as const, bot, update_id: event.id, ok: !error };
        journal.add(
          error ? { ...entry, error, ...(retryIn === undefined ? {} : { retry_in: retryIn }) } : entry,
        );
      },
      onGone: () => void this.remove(false),
    });
  }

  #stop(): void {
    this.#delivery?.close();
    this.#delivery = undefined;
  }
}
