import type { Finding } from './compare-field.ts';
import type { Pricing } from './types.ts';

/** Dollars of one kie credit (facts: prices). */
const DOLLARS = 0.005;

/**
 * The amounts of credits that a price text names, each once, ascending; from the dollars where it names no credits.
 * The text is prose, e.g. `480p: 1.75 credits/s ($0.00875) no audio, …`: what an amount is for stays unread.
 */
export function publishedCredits(text: string): number[] {
  const credits = amounts(text, /(\d[\d,]*(?:\.\d+)?)\s*(?:kie\s+)?credits?\b/gi);
  const found = credits.length > 0 ? credits : amounts(text, /\$\s*(\d[\d,]*(?:\.\d+)?)/g).map(toCredits);
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function amounts(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => Number((match[1] ?? '').replaceAll(',', '')));
}

function toCredits(dollars: number): number {
  return Math.round((dollars / DOLLARS) * 1e6) / 1e6;
}

/**
 * Compares amounts, not conditions: an amount of the registry that kie.ai does not name any more, or one that
 * kie.ai names and the registry does not know. Where the registry reckons with the dearest case on purpose, only
 * an amount above it is news; surcharges are not looked for. No finding when the text names no amount.
 */
export function comparePrice(pricing: Pricing, text: string | null): Finding[] {
  const theirs = publishedCredits(text ?? '');
  if (theirs.length === 0) return [];
  const exact = pricing.rules.filter((rule) => rule.upper_bound === undefined);
  const ours = pricing.rules.flatMap(({ credits, times }) =>
    typeof times === 'number' ? [credits, credits * times] : [credits],
  );
  const dearest = Math.max(0, ...ours);
  const gone = exact.filter(({ credits, adds }) => !adds && credits > 0 && !theirs.includes(credits));
  const fresh = theirs.filter((amount) => !ours.includes(amount));
  const unseen = fresh.filter((amount) => amount > dearest || exact.length === pricing.rules.length);
  if (gone.length === 0 && fresh.length === 0) return [];
  const known = knownBecause(pricing, gone.length === 0 && unseen.length === 0);
  return [{ aspect: 'price', registry: unique(ours), published: theirs, ...known }];
}

function knownBecause(pricing: Pricing, reckoned: boolean): { known?: string } {
  if (pricing.not_for_sale !== undefined) return { known: `not for sale: ${pricing.not_for_sale}` };
  return reckoned ? { known: 'the registry reckons with the dearest case' } : {};
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
