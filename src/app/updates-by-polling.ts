import {
  acquireSingleton,
  type SingletonLock,
  type SingletonOptions,
  singletonKey,
  waitForSingleton,
} from '#platform';
import { ownWebhook, type Updates, type UpdatesParts } from './updates.ts';

/** This process asks for the updates while it holds the singleton, and stands by for it otherwise. */
export function byPolling({ config, secrets, clock, log, rooms }: UpdatesParts): Updates {
  const { telegram, database } = rooms;
  const { singletonConflict, pendingUpdates, protectWebhook } = config.telegram;
  let lock: SingletonLock | null = null;
  let lost = new AbortController();
  let state = 'starting';
  let announced = false;

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
  async function lead(mine: SingletonLock, signal: AbortSignal): Promise<void> {
    const gone = lost.signal;
    const poller = telegram.createPoller({
      lock: { held: () => !gone.aborted, stillHeld: () => mine.stillHeld() },
      pendingUpdates,
      webhook: { own: ownWebhook(config), protect: protectWebhook },
    });
    state = 'leader';
    const announcing = announced ? Promise.resolve() : telegram.announce();
    announced = true;
    await poller.run(AbortSignal.any([signal, gone]));
    await announcing;
    if (gone.aborted) lock = null;
  }

  async function standBy(signal: AbortSignal): Promise<void> {
    state = 'standby';
    log.info('Another instance polls with this token: standing by');
    lock = await waitForSingleton(attempt(), { signal, clock });
  }

  const leads = () => lock !== null && !lost.signal.aborted;

  return {
    async admit() {
      lock = await acquireSingleton(attempt());
      if (lock || singletonConflict === 'standby') return true;
      log.warn('Another instance polls with this token: this one exits (SINGLETON_CONFLICT=exit)');
      return false;
    },
    async receive(signal) {
      while (!signal.aborted) {
        if (lock) await lead(lock, signal);
        else await standBy(signal).catch(ignoreAbort(signal));
      }
      state = 'draining';
    },
    handleUpdate: null,
    async release() {
      await lock?.release();
      lock = null;
    },
    readiness() {
      const now = state === 'leader' && !leads() ? 'standby' : state;
      return { ready: now === 'leader' || now === 'standby', state: now };
    },
    leads,
  };
}

function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
