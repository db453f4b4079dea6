import { sql } from 'kysely';
import { type ProviderLevel, providerAccount } from '#generation';
import type { Db } from '#platform';
import type { DayFigures } from './days.ts';

/** Our account at kie.ai, in kie credits. */
export interface ProviderNow {
  level: ProviderLevel;
  kieCredits: number | null;
  askedAt: Date | null;
  /** Taken by what ended in the last hour. */
  lastHour: number;
  /** Mean of the seven days before today; of fewer where there were fewer with any. */
  perDay: number;
  /** For how many days the account lasts at that rate; null where nothing is spent. */
  daysLeft: number | null;
}

export async function providerNow(db: Db, days: readonly DayFigures[], now: Date): Promise<ProviderNow> {
  const account = await providerAccount(db);
  const hourAgo = new Date(now.getTime() - 60 * 60_000);
  const { rows } = await sql<{ taken: number }>`
    select coalesce(sum(kie_credits), 0)::float8 as taken from generations
    where finished_at is not null and finished_at >= ${hourAgo}`.execute(db);
  const spent = days
    .slice(-8, -1)
    .map(({ models }) => models.reduce((sum, { spending }) => sum + spending, 0));
  const begun = spent.slice(
    Math.max(
      0,
      spent.findIndex((taken) => taken > 0),
    ),
  );
  const perDay = begun.length === 0 ? 0 : begun.reduce((sum, taken) => sum + taken, 0) / begun.length;
  const daysLeft = perDay > 0 && account.kieCredits !== null ? account.kieCredits / perDay : null;
  return { ...account, lastHour: rows[0]?.taken ?? 0, perDay, daysLeft };
}
