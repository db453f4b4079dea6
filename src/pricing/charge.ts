import type { Quote } from './quote.ts';

/**
 * Credits to take for a quoted generation. A quote that is an upper bound shrinks, in its own ratio, to what kie.ai
 * says it took; any other quote stands. Whole, at least 1, never more than was quoted.
 *
 * @param kieCredits `creditsConsumed` of the task; null, or 0 for a task that succeeded, says nothing
 */
export function charge({ credits, kieCredits: most, upperBound }: Quote, kieCredits: number | null): number {
  if (!upperBound || kieCredits === null || !(kieCredits > 0) || !(most > 0)) return credits;
  const share = Math.round((kieCredits / most) * credits * 1e6) / 1e6;
  return Math.min(credits, Math.max(1, Math.ceil(share)));
}
