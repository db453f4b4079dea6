import { sql } from 'kysely';
import type { Db } from '#platform';

const lookBackMs = 24 * 3_600_000;
const LISTED = 12;

/** A model whose generations failed in the last 24 hours. */
export interface FailingModel {
  modelId: string;
  delivered: number;
  failed: number;
  /** Of the failure that came last: our code, and what the provider said. */
  lastCode: string | null;
  lastWords: string | null;
}

/** Those with most failures first. */
export async function failingModels(db: Db, at: Date): Promise<FailingModel[]> {
  const { rows } = await sql<FailingModel>`
    select model_id as "modelId",
      count(*) filter (where state = 'delivered') as delivered,
      count(*) filter (where state = 'failed') as failed,
      (array_agg(failure->>'code' order by finished_at desc) filter (where state = 'failed'))[1] as "lastCode",
      (array_agg(failure->>'providerMessage' order by finished_at desc) filter (where state = 'failed'))[1]
        as "lastWords"
    from generations
    where finished_at >= ${new Date(at.getTime() - lookBackMs)} and state in ('delivered', 'failed')
    group by model_id having count(*) filter (where state = 'failed') > 0
    order by failed desc, model_id limit ${LISTED}`.execute(db);
  return rows;
}
