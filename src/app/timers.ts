import type { Clock } from '#platform';

/** How often Telegram's own list of Star payments is compared with ours. */
const reconcileEveryMs = 10 * 60_000;
/** How soon a process that stood by notices that it leads. */
const standbyMs = 15_000;

export interface TimersOptions {
  /** True while this process is the one that works with Telegram. */
  leads(): boolean;
  /** One round; never rejects. */
  reconcilePayments(): Promise<void>;
  clock: Clock;
}

/** What happens by the clock, at once and then again and again until the signal is aborted. */
export async function runTimers(options: TimersOptions, signal: AbortSignal): Promise<void> {
  const { leads, reconcilePayments, clock } = options;
  while (!signal.aborted) {
    const working = leads();
    if (working) await reconcilePayments();
    await clock.sleep(working ? reconcileEveryMs : standbyMs, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
