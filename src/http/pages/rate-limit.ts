import { AppError, type Clock } from '#platform';

/** Lets `burst` calls through at once and `perMinute` in the long run, for each name apart. */
export interface RateLimit {
  /** False when this call is one too many. */
  take(name: string): boolean;
  /** After so many seconds one more gets through. */
  readonly pauseSeconds: number;
}

/** So many names are remembered; beyond, the oldest begin anew. */
const mostNames = 20_000;

export function createRateLimit(
  clock: Clock,
  { burst, perMinute }: { burst: number; perMinute: number },
): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    pauseSeconds: Math.ceil(60 / perMinute),
    take(name) {
      const now = clock.now().getTime();
      const { left, at } = buckets.get(name) ?? { left: burst, at: now };
      const filled = Math.min(burst, left + ((now - at) * perMinute) / 60_000);
      buckets.delete(name);
      buckets.set(name, { left: filled >= 1 ? filled - 1 : filled, at: now });
      if (buckets.size > mostNames) buckets.delete(buckets.keys().next().value ?? '');
      return filled >= 1;
    },
  };
}

/** What is told to who has to wait; `seconds` go out as Retry-After. */
export function tooManyCalls({ pauseSeconds }: RateLimit): AppError {
  return new AppError('too-many-calls', 'Too many calls', { values: { seconds: pauseSeconds } });
}
