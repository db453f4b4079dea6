import type { Generations } from '#generation';
import type { Clock } from '#platform';

const FRESH_MS = 10 * 60_000;

/** How long models usually take, as far as this installation knows. */
export interface Speeds {
  /** Seconds; undefined for a model nobody has run. */
  of(modelId: string): number | undefined;
  /** Asks the database again when what is known is older than ten minutes. */
  refresh(): Promise<void>;
}

export function createSpeeds(generations: Pick<Generations, 'typicalSeconds'>, clock: Clock): Speeds {
  let known: ReadonlyMap<string, number> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    of: (modelId) => known.get(modelId),
    async refresh() {
      const now = clock.now().getTime();
      if (now - askedAt < FRESH_MS) return;
      askedAt = now;
      known = await generations.typicalSeconds();
    },
  };
}
