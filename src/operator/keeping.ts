import type { Clock } from '#platform';

/** Reads at most once in so many milliseconds, however many ask; what failed is read anew. */
export function keeping<T>(clock: Clock, ms: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { at: number; value: Promise<T> } | null = null;
  return () => {
    const at = clock.now().getTime();
    if (kept && at - kept.at < ms) return kept.value;
    const value = read();
    const mine = { at, value };
    kept = mine;
    value.catch(() => {
      if (kept === mine) kept = null;
    });
    return value;
  };
}
