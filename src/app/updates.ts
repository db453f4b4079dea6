import type { Update } from 'grammy/types';
import { type Readiness, telegramWebhookPath } from '#http';
import type { Clock, Logger } from '#platform';
import type { Config, Secrets } from './config.ts';
import type { Rooms } from './rooms.ts';
import { byPolling } from './updates-by-polling.ts';
import { byWebhook } from './updates-by-webhook.ts';

/** How Telegram's updates reach the bot: by one polling leader, or by webhook. */
export interface Updates {
  /** False when another instance polls with this token and this one is to leave. */
  admit(): Promise<boolean>;
  /** Receives updates until the signal is aborted, and finishes those that have come. */
  receive(signal: AbortSignal): Promise<void>;
  /** Handles an update that came by webhook; null: none may come that way now. */
  handleUpdate: ((update: Update) => Promise<void>) | null;
  /** Frees the singleton; only after {@link receive} has ended, so that no late poll disturbs a successor. */
  release(): Promise<void>;
  readiness(): Readiness;
  /** True while this process may speak for the bot: it holds the singleton, or Telegram calls it by webhook. */
  leads(): boolean;
}

export interface UpdatesParts {
  config: Config;
  secrets: Secrets;
  clock: Clock;
  log: Logger;
  rooms: Pick<Rooms, 'database' | 'telegram'>;
}

export function createUpdates(parts: UpdatesParts, receives: boolean): Updates {
  if (!receives) return noUpdates(parts.config.role);
  return parts.config.telegram.mode === 'webhook' ? byWebhook(parts) : byPolling(parts);
}

/** The address at which Telegram reaches our webhook; null when the world cannot reach us. */
export function ownWebhook({ http }: Config): string | null {
  return http.publicUrl === null ? null : `${http.publicUrl}${telegramWebhookPath}`;
}

/** Another process receives them; this one is ready as soon as it is built. */
function noUpdates(role: string): Updates {
  let state = role;
  return {
    admit: async () => true,
    async receive(signal) {
      await aborted(signal);
      state = 'draining';
    },
    handleUpdate: null,
    release: async () => undefined,
    readiness: () => ({ ready: state === role, state }),
    leads: () => false,
  };
}

export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
