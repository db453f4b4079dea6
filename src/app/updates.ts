import type { Update } from 'grammy/types';
import { type Readiness, telegramWebhookPath } from '#http';
import {
  acquireSingleton,
  type Clock,
  type Logger,
  type SingletonLock,
  singletonKey,
  waitForSingleton,
} from '#platform';
import type { Config, Secrets } from './config.ts';
import type { Rooms } from './rooms.ts';

/** How Telegram's updates reach the bot: by one polling leader, or by webhook. */
export interface Updates {
  /** False when another instance polls with this token and this one is to leave. */
  admit(signal: AbortSignal): Promise<boolean>;
  /** Receives updates until the signal is aborted. */
  receive(signal: AbortSignal): Promise<void>;
  handleUpdate(update: Update): Promise<void>;
  /** Frees the singleton; only after {@link receive} has ended, so that no late poll disturbs a successor. */
  release(): Promise<void>;
  readiness(): Readiness;
}

interface Parts {
  config: Config;
  secrets: Secrets;
  clock: Clock;
  log: Logger;
  rooms: Pick<Rooms, 'database' | 'telegram'>;
}

export function createUpdates(parts: Parts): Updates {
  return parts.config.telegram.mode === 'webhook' ? byWebhook(parts) : byPolling(parts);
}

function byWebhook({ config, secrets, rooms: { telegram } }: Parts): Updates {
  let ready = false;
  return {
    admit: async () => true,
    async receive(signal) {
      await telegram.announce();
      await telegram.setWebhook({
        url: `${config.http.publicUrl}${telegramWebhookPath}`,
        secret: secrets.webhookSecret ?? '',
      });
      ready = true;
      await aborted(signal);
    },
    handleUpdate: (update) => telegram.handleUpdate(update),
    release: async () => undefined,
    readiness: () => ({ ready, state: 'webhook' }),
  };
}

function byPolling({ config, secrets, clock, log, rooms }: Parts): Updates {
  const { telegram, database } = rooms;
  const { singletonConflict, pendingUpdates } = config.telegram;
  const singleton = { database, key: singletonKey(secrets.botToken), log, clock };
  let lock: SingletonLock | null = null;
  let state = 'starting';

  /** Polls while the lock is held; a lost lock ends the poll at once, and this process stands by for it again. */
  async function lead(signal: AbortSignal): Promise<void> {
    const held = lock;
    if (!held) return;
    const poller = telegram.createPoller({ lock: { held: () => held.held() }, pendingUpdates });
    state = 'leader';
    const outcome = await poller.run(AbortSignal.any([signal, held.lost]));
    if (outcome !== 'lock-lost' || signal.aborted) return;
    log.error('The singleton lock is lost: polling has stopped');
    lock = null;
  }

  async function standBy(signal: AbortSignal): Promise<void> {
    state = 'standby';
    log.info('Another instance polls with this token: standing by');
    lock = await waitForSingleton(singleton, signal);
  }

  return {
    async admit() {
      lock = await acquireSingleton(singleton);
      if (lock || singletonConflict === 'standby') return true;
      log.warn('Another instance polls with this token: this one exits (SINGLETON_CONFLICT=exit)');
      return false;
    },
    async receive(signal) {
      await telegram.announce();
      while (!signal.aborted) {
        if (!lock) await standBy(signal);
        await lead(signal);
      }
      state = 'draining';
    },
    handleUpdate: (update) => telegram.handleUpdate(update),
    async release() {
      await lock?.release();
      lock = null;
    },
    readiness: () => ({ ready: state === 'leader' || state === 'standby', state }),
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
