import type { Clock, Db } from '#platform';
import type { UsedModels } from './generations.ts';

/** Which models each person runs, and with which settings: one row for both. */
export function createUsedModels(db: Db, clock: Clock): UsedModels {
  return {
    async remember(personId, { modelId, settings }) {
      const values = { settings: JSON.stringify(settings), used_at: clock.now() };
      await db
        .insertInto('used_models')
        .values({ person_id: personId, model_id: modelId, ...values })
        .onConflict((conflict) => conflict.columns(['person_id', 'model_id']).doUpdateSet(values))
        .execute();
    },
    async get(personId, modelId) {
      const row = await db
        .selectFrom('used_models')
        .select('settings')
        .where('person_id', '=', personId)
        .where('model_id', '=', modelId)
        .executeTakeFirst();
      return row ? { modelId, settings: row.settings } : null;
    },
    async recent(personId, limit) {
      const rows = await db
        .selectFrom('used_models')
        .select(['model_id', 'settings'])
        .where('person_id', '=', personId)
        .orderBy('used_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ model_id: modelId, settings }) => ({ modelId, settings }));
    },
  };
}
