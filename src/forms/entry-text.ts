import type { Speech } from './words.ts';

/** What an entry of the statement was for, e.g. "Promo code SPRING". `memo` is the ledger's word on it. */
export function entryText(speech: Speech, { kind, memo }: { kind: string; memo: string }): string {
  if (kind === 'spend') return memo;
  if (kind === 'free') return speech.plain('entry-free', { model: memo });
  if (kind === 'promo') return speech.plain('entry-promo', { code: memo });
  const [, sort, stars] = /^(stars|monthly)-(\d+)$/.exec(memo) ?? [];
  if (kind !== 'stars' || stars === undefined) return speech.plain(`entry-${kind}`);
  return speech.plain(sort === 'monthly' ? 'entry-subscription' : 'entry-pack', { stars });
}
