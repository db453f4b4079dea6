import type { Draft } from '#generation';
import { type Pack, packsFor } from '#payments';
import { homeButton } from './home.ts';
import { button, type Screen } from './screen.ts';
import { type SubscriptionView, subscriptionLines, subscriptionRows } from './subscription.ts';
import type { Voice } from './voice.ts';

/** Telegram's limit of an invoice's title and label (facts: payments), in characters. */
export const TITLE_LIMIT = 32;

/** One button per pack, cheapest first. */
export function packRows(voice: Voice, packs: readonly Pack[]): Screen['keyboard'] {
  const sorted = [...packs].sort((a, b) => a.stars - b.stars);
  return sorted.map((pack) => [button(packLabel(voice, pack), { to: 'pack', stars: pack.stars })]);
}

/** What can be bought, or that nothing can. */
export function packsScreen(
  voice: Voice,
  {
    packs,
    balance,
    subscription,
    supportContact,
  }: {
    packs: readonly Pack[];
    balance: number;
    subscription: SubscriptionView;
    supportContact: string | null;
  },
): Screen {
  const title = [voice.html('balance-title', { count: balance }), ...subscriptionLines(voice, subscription)];
  const key = packs.length > 0 ? 'packs-choose' : 'packs-none';
  const support =
    packs.length === 0 && supportContact ? [voice.html('balance-support', { contact: supportContact })] : [];
  return {
    text: [...title, '', voice.html(key), ...support].join('\n'),
    keyboard: [...packRows(voice, packs), ...subscriptionRows(voice, subscription), [homeButton(voice)]],
  };
}

export interface Shortage {
  needed: number;
  available: number;
  missing: number;
}

/** The numbers of a refusal `balance-too-low`. */
export function shortageOf(values: Readonly<Record<string, unknown>>): Shortage {
  const { needed, available, missing } = values;
  return { needed: Number(needed), available: Number(available), missing: Number(missing) };
}

/** What a confirmed form lacks, and the packs that cover it; it waits for the payment as it is. */
export function shortScreen(
  voice: Voice,
  { draft, packs, ...shortage }: Shortage & { draft: Draft; packs: readonly Pack[] },
): Screen {
  const { needed, available, missing } = shortage;
  const offered = packsFor(packs, missing);
  const covers = offered.some(({ credits }) => credits >= missing);
  const at = { draft: draft.id, revision: draft.revision };
  const rows = offered.map((pack) => [
    button(packLabel(voice, pack), { to: 'pack-for', ...at, credits: needed, stars: pack.stars }),
  ]);
  return {
    text: [
      voice.html('packs-short', { price: needed, balance: available, missing }),
      '',
      voice.html(covers ? 'packs-short-choose' : 'packs-short-largest'),
    ].join('\n'),
    keyboard: [...rows, [button(voice.plain('button-back'), { to: 'draft', ...at, view: 'main' })]],
  };
}

function packLabel(voice: Voice, { stars, credits }: Pack): string {
  return voice.plain('button-pack', { stars, credits });
}
