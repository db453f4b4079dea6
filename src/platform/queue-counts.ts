import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Jobs of one queue by what can happen to them next. */
export interface QueueCounts {
  /** Waiting for a free worker. */
  ready: number;
  /** Being run now. */
  active: number;
  /** Waiting for their time: delayed, or before a retry. */
  delayed: number;
  /** Failed for good, as far as they are still kept. */
  failed: number;
  /** How long the oldest of those ready has been waiting. */
  oldestSeconds: number;
}

/** Counts the jobs of each of the queues named; a queue without jobs is left out. */
export async function countJobs(db: Db, names: readonly string[]): Promise<Map<string, QueueCounts>> {
  const { rows } = await sql<QueueCounts & { name: string }>`
    select name,
      count(*) filter (where state in ('created', 'retry') and start_after <= now()) as ready,
      count(*) filter (where state = 'active') as active,
      count(*) filter (where state in ('created', 'retry') and start_after > now()) as delayed,
      count(*) filter (where state = 'failed') as failed,
      coalesce(extract(epoch from now() - min(start_after)
        filter (where state in ('created', 'retry') and start_after <= now())), 0)::float as "oldestSeconds"
    from pgboss.job where name = any(${[...names]}) and state not in ('completed', 'cancelled')
    group by name`.execute(db);
  return new Map(rows.map(({ name, ...counts }) => [name, counts]));
}
