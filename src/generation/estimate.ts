import { sql } from 'kysely';
import type { Db } from '#platform';

/** Median seconds from start to end over a model's last runs; undefined without any. */
export async function medianSeconds(db: Db, modelId: string): Promise<number | undefined> {
  const { rows } = await sql<{ median: number | null }>`
    select percentile_cont(0.5) within group (order by seconds) as median
    from (
      select extract(epoch from finished_at - started_at)::float8 as seconds
      from generations
      where model_id = ${modelId} and state = 'delivered' and started_at is not null
      order by finished_at desc
      limit 20
    ) as last_runs`.execute(db);
  return rows[0]?.median ?? undefined;
}

/** Place in the line of a queued generation, from 1. */
export async function queuePlace(db: Db, createdAt: Date): Promise<number> {
  const { ahead } = await db
    .selectFrom('generations')
    .select((count) => count.fn.countAll<number>().as('ahead'))
    .where('state', '=', 'queued')
    .where('created_at', '<', createdAt)
    .executeTakeFirstOrThrow();
  return ahead + 1;
}
