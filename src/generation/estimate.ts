import { sql } from 'kysely';
import type { Db } from '#platform';
import type { GenerationConfig } from './collaborators.ts';

/**
 * The body of a `with recursive models`: every model that has delivered, by as many looks into the index as there are
 * models, and a null at the end.
 */
export const deliveredModels = sql`
      (select model_id from generations where state = 'delivered' order by model_id limit 1)
      union all
      select (select g.model_id from generations g
              where g.state = 'delivered' and g.model_id > models.model_id order by g.model_id limit 1)
      from models where models.model_id is not null`;

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

/** The same for every model at once: as many looks into the index as there are models. */
export async function typicalSeconds(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ model_id: string; median: number }>`
    with recursive models as (
      ${deliveredModels}
    )
    select models.model_id, percentile_cont(0.5) within group (order by last_runs.seconds) as median
    from models, lateral (
      select extract(epoch from finished_at - started_at)::float8 as seconds
      from generations g
      where g.model_id = models.model_id and g.state = 'delivered' and g.started_at is not null
      order by g.finished_at desc
      limit 20
    ) as last_runs
    where models.model_id is not null
    group by models.model_id`.execute(db);
  return new Map(rows.map(({ model_id, median }) => [model_id, median]));
}

/** Pure: how long a place in the line waits, in whole seconds, while the provider's limit is what all wait for. */
export function secondsInLine(place: number, { calls, windowMs }: GenerationConfig['providerLimit']): number {
  return Math.floor((place - 1) / calls) * Math.round(windowMs / 1000);
}
