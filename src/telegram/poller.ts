import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { AppError, type Clock, checkpoint, type Logger } from '#platform';
import { ALLOWED_UPDATES } from './allowed-updates.ts';
import { asGrammySignal } from './api.ts';
import { assertFree, isForeign, shownAddress, tokenRefused } from './foreign-webhook.ts';
import { createLanes, isMoney, laneOf } from './lanes.ts';
import { createOffsetTracker } from './offset-tracker.ts';
import { conflictPause, failurePause } from './poll-backoff.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';

export const pollerAlertCodes = ['foreign-poller', 'foreign-webhook', 'webhook-removed'] as const;
export type PollerAlertCode = (typeof pollerAlertCodes)[number];

/** What the poller needs to know of the lock that makes it the only one. */
export interface PollerLock {
  /** False as soon as another process may hold it. */
  held(): boolean;
  /** The same, proven anew when this process may have been frozen. */
  stillHeld(): Promise<boolean>;
}

export interface PollerOptions {
  /** A client that neither waits nor retries by itself. */
  api: Api;
  handleUpdate(update: Update): Promise<void>;
  lock: PollerLock;
  /** What to do at the start with updates that came while nobody listened. */
  pendingUpdates: 'drop' | 'keep';
  /** What to do at the start with a webhook that is set, and which address would be our own. */
  webhook: { own: string | null; protect: boolean };
  alert(code: PollerAlertCode, values?: Record<string, string | number>): Promise<void>;
  clock: Clock;
  log: Logger;
  /** Seconds a long poll waits at Telegram. */
  timeoutSeconds?: number;
  random?: () => number;
}

export type PollerState = 'standby' | 'leader' | 'draining';

export interface Poller {
  readonly state: PollerState;
  /** When Telegram last answered getUpdates. */
  readonly lastSuccessAt: Date | null;
  /**
   * Polls until `signal` aborts (`stopped`: handlers finished, updates confirmed, nobody is disturbed any
   * more) or the lock is gone (`lock-lost`: nothing more was asked). The caller frees the lock afterwards.
   *
   * @throws AppError `telegram-token-refused`, `webhook-protected`
   */
  run(signal: AbortSignal): Promise<'stopped' | 'lock-lost'>;
}

const ANSWER_GRACE_MS = 15_000;
/** The server answers a repeated offset with a single update within half a second (facts: getUpdates). */
const SAME_OFFSET_PAUSE_MS = 600;
/** A poll brings all that is under way once more: the more that is, the longer it may wait. */
const PAUSE_PER_UPDATE_MS = 1;
const LONGEST_PAUSE_MS = 50;
const DRAIN_MS = 10_000;
const CONFIRM_MS = 3_000;
const AT_ONCE = 32;
const ALERT_AFTER_CONFLICTS = 5;

/** The poll loop: one process, updates of a chat in order, chats side by side, nothing confirmed before it is handled. */
export function createPoller(options: PollerOptions): Poller {
  const { api, lock, clock, log, timeoutSeconds = 25, random = Math.random } = options;
  const tracker = createOffsetTracker();
  const lanes = createLanes(AT_ONCE);
  let state: PollerState = 'standby';
  let lastSuccessAt: Date | null = null;
  let asked = { offset: -1, at: 0, answeredAt: 0 };
  let confirmed = 0;
  let conflicts = 0;
  let failures = 0;
  let webhookTold = false;
  let wake: () => void = () => undefined;

  async function run(signal: AbortSignal): Promise<'stopped' | 'lock-lost'> {
    state = 'leader';
    try {
      await takeOver(signal);
      while (!signal.aborted && lock.held()) await pollOnce(signal);
      state = 'draining';
      await drain();
      if (!lock.held()) return 'lock-lost';
      await confirm();
      return 'stopped';
    } finally {
      state = 'standby';
    }
  }

  /** Removes what would keep updates from coming here: a webhook, and with `drop` the backlog. */
  async function takeOver(signal: AbortSignal): Promise<void> {
    for (let streak = 1; !signal.aborted && lock.held(); streak++) {
      try {
        const info = await api.getWebhookInfo();
        if (options.webhook.protect) assertFree(info, options.webhook.own);
        const drop = options.pendingUpdates === 'drop';
        await api.deleteWebhook({ drop_pending_updates: drop });
        const [pending, webhook] = [info.pending_update_count, shownAddress(info.url ?? '')];
        log.info({ webhook, pending, dropped: drop ? pending : 0 }, 'polling begins');
        if (isForeign(info, options.webhook.own))
          await options.alert('webhook-removed', { address: webhook, pending });
        return;
      } catch (error) {
        if (error instanceof AppError) throw error;
        await recover(error, signal, streak);
      }
    }
  }

  async function pollOnce(signal: AbortSignal): Promise<void> {
    try {
      await letHandlersFinish(signal);
      if (signal.aborted || !(await lock.stillHeld())) return;
      const updates = await fetchUpdates(signal);
      // What came while this process was frozen may be somebody else's by now, and comes again to whoever leads.
      if (!(await lock.stillHeld())) return;
      checkpoint('poll:answered');
      lastSuccessAt = clock.now();
      asked.answeredAt = lastSuccessAt.getTime();
      confirmed = asked.offset;
      conflicts = 0;
      failures = 0;
      webhookTold = false;
      for (const update of tracker.take(updates, asked.offset)) dispatch(update);
    } catch (error) {
      if (!signal.aborted) await recover(error, signal);
    }
  }

  function fetchUpdates(signal: AbortSignal): Promise<Update[]> {
    const offset = tracker.offset();
    asked = { offset, at: clock.now().getTime(), answeredAt: 0 };
    const limit = AbortSignal.timeout(timeoutSeconds * 1000 + ANSWER_GRACE_MS);
    return api.getUpdates(
      { offset, limit: 100, timeout: timeoutSeconds, allowed_updates: [...ALLOWED_UPDATES] },
      asGrammySignal(AbortSignal.any([signal, limit])),
    );
  }

  function dispatch(update: Update): void {
    const done = lanes.run(laneOf(update), () => options.handleUpdate(update), isMoney(update));
    const finish = () => {
      tracker.finish(update.update_id);
      wake();
    };
    void done.then(finish, (err: unknown) => {
      log.error(
        { err: loggable(err), update: update.update_id },
        'an update was dropped: its handler failed',
      );
      finish();
    });
  }

  /** A poll while updates are under way brings those again: give them a moment, and the same offset a longer one. */
  async function letHandlersFinish(signal: AbortSignal): Promise<void> {
    while (tracker.unfinished() > 0 && !signal.aborted) {
      const same = tracker.offset() === asked.offset;
      const pause = Math.min(LONGEST_PAUSE_MS, tracker.unfinished() * PAUSE_PER_UPDATE_MS);
      const until = same ? asked.at + SAME_OFFSET_PAUSE_MS : asked.answeredAt + pause;
      // No longer than that, also when the clock was set back meanwhile.
      const left = Math.min(until - clock.now().getTime(), SAME_OFFSET_PAUSE_MS);
      if (left <= 0) return;
      const finished = new AbortController();
      wake = () => finished.abort();
      await rest(left, AbortSignal.any([signal, finished.signal]));
    }
  }

  async function recover(error: unknown, signal: AbortSignal, streak?: number): Promise<void> {
    const trouble = troubleOf(error);
    switch (trouble.kind) {
      case 'token-refused':
        throw tokenRefused(error);
      case 'other-poller':
      case 'webhook-active':
        return waitOutConflict(trouble.kind, signal);
      case 'wait':
        log.warn({ ms: trouble.ms }, 'Telegram asks to wait before the next getUpdates');
        return rest(trouble.ms, signal);
      default: {
        failures = streak ?? failures + 1;
        const ms = failurePause(failures, random());
        log.warn({ trouble, ms }, 'Telegram does not answer getUpdates');
        return rest(ms, signal);
      }
    }
  }

  async function waitOutConflict(
    kind: 'other-poller' | 'webhook-active',
    signal: AbortSignal,
  ): Promise<void> {
    conflicts++;
    const ms = conflictPause(conflicts, random());
    log.warn({ kind, streak: conflicts, ms, lockHeld: lock.held() }, 'somebody else takes the updates');
    if (!lock.held()) return;
    if (kind === 'webhook-active' && !webhookTold) {
      webhookTold = true;
      await options.alert('foreign-webhook');
    }
    if (kind === 'other-poller' && conflicts === ALERT_AFTER_CONFLICTS) await options.alert('foreign-poller');
    await rest(ms, signal);
  }

  async function rest(ms: number, signal: AbortSignal): Promise<void> {
    await clock.sleep(ms, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  async function drain(): Promise<void> {
    const limit = new AbortController();
    const late = clock.sleep(DRAIN_MS, limit.signal).then(
      () =>
        log.warn(
          { unfinished: tracker.unfinished() },
          'handlers did not finish in time; their updates will come again',
        ),
      () => undefined,
    );
    await Promise.race([lanes.idle(), late]);
    limit.abort();
  }

  /** Tells Telegram what is handled. Afterwards no request of ours is open that could disturb a successor. */
  async function confirm(): Promise<void> {
    const offset = tracker.offset();
    // A poll that was broken off may never have reached Telegram: only an answered one confirms.
    if (offset === confirmed) return;
    try {
      await api.getUpdates({ offset, limit: 1, timeout: 0 }, asGrammySignal(AbortSignal.timeout(CONFIRM_MS)));
    } catch (error) {
      log.warn(
        { trouble: troubleOf(error) },
        'the last updates could not be confirmed; they will come again',
      );
    }
  }

  return {
    get state() {
      return state;
    },
    get lastSuccessAt() {
      return lastSuccessAt;
    },
    run,
  };
}
