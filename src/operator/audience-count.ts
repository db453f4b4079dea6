import type { Clock, Database } from '#platform';
import { type Audience, countAudience } from './broadcasts.ts';
import { keeping } from './keeping.ts';

const KEPT_MS = 60_000;

/**
 * How many an audience has. Everybody is read for it (a third of a second for a million people), so it is counted once a
 * minute, however often an operator chooses another audience and looks again.
 */
export function createAudienceCounter(
  { db }: Database,
  clock: Clock,
): (audience: Audience) => Promise<number> {
  const counts = new Map<string, () => Promise<number>>();
  return ({ locale, activeDays }) => {
    const name = `${locale} ${activeDays}`;
    const count =
      counts.get(name) ??
      keeping(clock, KEPT_MS, () => countAudience(db, { locale, activeDays }, clock.now()));
    counts.set(name, count);
    return count();
  };
}
