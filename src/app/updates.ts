import type { Update } from 'grammy/types';
import { type Readiness, telegramWebhookPath } from '#http';
import {
  acquireSingleton,
  type Clock,
  type Logger,
  type SingletonLock,
  type SingletonOptions,
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
  /** True while this process may speak for the bot: it holds the singleton, or Telegram calls it by webhook. */
  leads(): boolean;
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
    leads: () => true,
  };
}

function byPolling({ config, secrets, clock, log, rooms }: Parts): Updates {
  const { telegram, database } = rooms;
  const { singletonConflict, pendingUpdates } = config.telegram;
  let lock: SingletonLock | null = null;
  let lost = new AbortController();
  let state = 'starting';

  /** A fresh attempt; its `onLost` ends the poll that it protects and no other. */
  function attempt(): SingletonOptions {
    const mine = new AbortController();
    lost = mine;
    return {
      databaseUrl: database.engine === 'postgres' ? database.url : undefined,
      key: singletonKey(secrets.botToken),
      log,
      onLost: (reason) => mine.abort(reason),
    };
  }

  /** Polls while the lock is held; a lost lock ends the poll at once, and this process stands by for it again. */
  async function lead(signal: AbortSignal): Promise<void> {
    const gone = lost.signal;
    const poller = telegram.createPoller({ lock: { held: () => !gone.aborted }, pendingUpdates });
    state = 'leader';
    await poller.run(AbortSignal.any([signal, gone]));
    if (gone.aborted) lock = null;
  }

  async function standBy(signal: AbortSignal): Promise<void> {
    state = 'standby';
    log.info('Another instance polls with this token: standing by');
    lock = await waitForSingleton(attempt(), { signal, clock });
  }

  return {
    async admit() {
      lock = await acquireSingleton(attempt());
      if (lock || singletonConflict === 'standby') return true;
      log.warn('Another instance polls with this token: this one exits (SINGLETON_CONFLICT=exit)');
      return false;
    },
    async receive(signal) {
      await telegram.announce();
      while (!signal.aborted) {
        if (lock) await lead(signal);
        else await standBy(signal).catch(ignoreAbort(signal));
      }
      state = 'draining';
    },
    handleUpdate: (update) => telegram.handleUpdate(update),
    async release() {
      await lock?.release();
      lock = null;
    },
    readiness: () => ({ ready: state === 'leader' || state === 'standby', state }),
    leads: () => lock !== null && !lost.signal.aborted,
  };
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
