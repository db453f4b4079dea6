import { sql } from 'kysely';
import type { Db } from '#platform';
import { failuresSince } from './figures/live.ts';

const lookBackMs = 24 * 3_600_000;
const LISTED = 12;
/** Causes that are read at most. */
const CAUSES = 1000;

/** A model whose generations failed in the last 24 hours. */
export interface FailingModel {
  modelId: string;
  delivered: number;
  failed: number;
  /** Of the cause that came last: our code, and what the provider said. */
  lastCode: string;
  lastWords: string | null;
}

/** The desk's failures by model, those with most first. */
export async function failingModels(db: Db, at: Date): Promise<FailingModel[]> {
  const since = new Date(at.getTime() - lookBackMs);
  const causes = await failuresSince(db, since, CAUSES);
  const delivered = await deliveredSince(db, since);
  const byModel = Map.groupBy(causes, ({ modelId }) => modelId);
  const models = [...byModel].map(([modelId, own]) => {
    const last = own.reduce((one, other) => (other.lastAt > one.lastAt ? other : one));
    return {
      modelId,
      delivered: delivered.get(modelId) ?? 0,
      failed: own.reduce((sum, { count }) => sum + count, 0),
      lastCode: last.code,
      lastWords: last.words,
    };
  });
  return models
    .sort((one, other) => other.failed - one.failed || one.modelId.localeCompare(other.modelId))
    .slice(0, LISTED);
}

async function deliveredSince(db: Db, since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ modelId: string; count: number }>`
    select model_id as "modelId", count(*) as count from generations
    where finished_at >= ${since} and state = 'delivered' group by 1`.execute(db);
  return new Map(rows.map(({ modelId, count }) => [modelId, count]));
}
