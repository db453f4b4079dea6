import { sql } from 'kysely';
import type { Collaborators } from './collaborators.ts';
import { leaseMs } from './lease.ts';
import { laterBy } from './look-again.ts';
import { submittingLimitMs } from './turn.ts';

/** Longest that kie.ai or Telegram keep an order waiting, apart from rare exceptions: those are asked once too early. */
const longestWaitMs = 60_000;
const openStates = ['queued', 'submitting', 'uncertain', 'running', 'succeeded'] as const;

/**
 * After the clock was set back, also while nobody ran: what is to be looked at in a moment would stand in the rows as
 * an hour away. Nothing that is open waits longer than it could by the clock as it is now.
 */
export async function bringNearer({
  database,
  clock,
  config,
}: Pick<Collaborators, 'database' | 'clock' | 'config'>): Promise<void> {
  const now = clock.now();
  const soon = laterBy(Math.max(longestWaitMs, submittingLimitMs), now);
  const uncertain = laterBy(config.uncertainLimitMs, now);
  await database.db
    .updateTable('generations')
    .set({
      wake_at: sql<Date>`least(wake_at, case state when 'uncertain' then ${uncertain}::timestamptz else ${soon}::timestamptz end)`,
      not_before: sql<Date | null>`least(not_before, ${soon}::timestamptz)`,
      leased_until: sql<Date | null>`least(leased_until, ${laterBy(leaseMs, now)}::timestamptz)`,
    })
    .where('state', 'in', openStates)
    .where('wake_at', '>', soon)
    .execute();
}
