/** Dollars of one kie credit (facts: prices). */
const DOLLARS = 0.005;

/** `4 kie credits ($0.02)`. */
export function kieCreditsText(kieCredits: number): string {
  return `${kieCredits} kie ${kieCredits === 1 ? 'credit' : 'credits'} (${dollarsText(kieCredits)})`;
}

/** What kie credits cost at kie.ai, at least in cents: `$1.10`, `$0.00875`. */
export function dollarsText(kieCredits: number): string {
  return `$${(kieCredits * DOLLARS).toFixed(6).replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}
