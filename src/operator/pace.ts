import { type Clock, onMeasurement } from '#platform';

/** How fast a broadcast may go. */
export interface Pace {
  /** Waits until the next message may leave. */
  breathe(signal: AbortSignal): Promise<void>;
}

/** Telegram takes about 30 messages a second of a bot; this many are left for broadcasts where nobody else is served. */
const MOST_PER_SECOND = 20;
const LEAST_PER_SECOND = 2;

/** Slower by each message that this process sent to people within the last second. */
export function createPace(clock: Clock): Pace {
  let served: number[] = [];
  let own = 0;
  onMeasurement((measurement) => {
    if (measurement.of !== 'telegram-call' || !/^(send|edit|copy)/.test(measurement.label)) return;
    served.push(clock.now().getTime());
    if (served.length > 1000) served = served.slice(-500);
  });
  return {
    async breathe(signal) {
      const now = clock.now().getTime();
      served = served.filter((at) => Math.abs(now - at) < 1000);
      const others = Math.max(0, served.length - own);
      own = Math.max(LEAST_PER_SECOND, MOST_PER_SECOND - others);
      await clock.sleep(1000 / own, signal).catch(() => undefined);
    },
  };
}
