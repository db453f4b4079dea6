import { sql } from 'kysely';
import { deliveredModels } from '#generation';
import type { Db } from '#platform';

/** Median run times of a model, in seconds. */
export interface ModelSpeed {
  modelId: string;
  today: number;
  /** How many of today's runs it is made of. */
  runs: number;
  /** Over its last 100 runs before today; null where there are none. */
  before: number | null;
}

/** Of every model that ran today: some looks into the index of run times each, however long the history. */
export async function speedsToday(db: Db, todayBegan: Date): Promise<ModelSpeed[]> {
  const { rows } = await sql<ModelSpeed>`
    with recursive models as (
      ${deliveredModels}
    )
    select models.model_id as "modelId", today.median as today, today.runs, before.median as before
    from models, lateral (
      select percentile_cont(0.5) within group (order by seconds) as median, count(*) as runs from (
        select extract(epoch from finished_at - started_at)::float8 as seconds from generations g
        where g.model_id = models.model_id and g.state = 'delivered' and g.started_at is not null
          and g.finished_at >= ${todayBegan}
        order by g.finished_at desc limit 200) as runs_today
    ) as today, lateral (
      select percentile_cont(0.5) within group (order by seconds) as median from (
        select extract(epoch from finished_at - started_at)::float8 as seconds from generations g
        where g.model_id = models.model_id and g.state = 'delivered' and g.started_at is not null
          and g.finished_at < ${todayBegan} and today.runs > 0
        order by g.finished_at desc limit 100) as runs_before
    ) as before
    where models.model_id is not null and today.runs > 0
    order by today.runs desc, models.model_id`.execute(db);
  return rows;
}
