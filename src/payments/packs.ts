/** What can be bought; comes from the configuration. */
export interface Pack {
  id: string;
  /** Price in Telegram Stars. */
  stars: number;
  credits: number;
  /** Paid again every 30 days, the only period Telegram knows. */
  subscription?: boolean;
}

/**
 * The single packs that each make up for `missing` credits, cheapest first; the largest one alone
 * when none is enough.
 */
export function packsFor(packs: readonly Pack[], missing: number): Pack[] {
  const single = packs.filter((pack) => !pack.subscription).sort((a, b) => a.stars - b.stars);
  const enough = single.filter((pack) => pack.credits >= missing);
  return enough.length > 0 ? enough : single.slice(-1);
}
