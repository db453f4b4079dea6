import { isNew } from '#forms';
import type { Generations } from '#generation';
import type { Clock } from '#platform';
import type { Model } from '#registry';

const FRESH_MS = 10 * 60_000;

type Named = Pick<Model, 'id' | 'since' | 'seen_seconds'>;

/** What a list says of a model beside name and price, as far as it is known today. */
export interface RowFacts {
  /** How long it usually takes: here, else as the registry has seen it. Seconds; undefined for a model nobody has run. */
  seconds(model: Named): number | undefined;
  /** Whether it has been offered for less than a month. */
  isNew(model: Named): boolean;
  /** Asks the database again when what is known is older than ten minutes. */
  refresh(): Promise<void>;
}

export function createRowFacts(generations: Pick<Generations, 'typicalSeconds'>, clock: Clock): RowFacts {
  let known: ReadonlyMap<string, number> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    seconds: ({ id, seen_seconds: seen }) => known.get(id) ?? (seen && Math.sqrt(seen[0] * seen[1])),
    isNew: (model) => isNew(model, clock.now()),
    async refresh() {
      const now = clock.now().getTime();
      if (now - askedAt < FRESH_MS) return;
      askedAt = now;
      known = await generations.typicalSeconds();
    },
  };
}
