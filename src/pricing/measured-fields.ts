import type { Model } from '#registry';

const BY_MEASURE: ReadonlySet<string> = new Set(['second', 'minute', 'megapixel']);

/** The file fields whose length or size decides the price. */
export function measuredFields({ input, pricing }: Pick<Model, 'input' | 'pricing'>): string[] {
  const named = pricing.rules
    .filter(({ unit }) => BY_MEASURE.has(unit))
    .flatMap((rule) => [...(rule.of ?? []), ...(rule.longest_of ?? [])]);
  return [...new Set(named)].filter(
    (name) => (input[name]?.media ?? input[name]?.items?.media) !== undefined,
  );
}
