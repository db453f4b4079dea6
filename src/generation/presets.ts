import type { Selectable } from 'kysely';
import { AppError, type Clock, type Db } from '#platform';
import type { Presets } from './generations.ts';
import { newId } from './store.ts';
import type { PresetsTable } from './tables.ts';
import type { Preset } from './types.ts';

/** Forms that people keep under a name. */
export function createPresets(db: Db, clock: Clock): Presets {
  return {
    async save({ personId, name, modelId, input }) {
      const content = { model_id: modelId, input: JSON.stringify(input) };
      const row = await db
        .insertInto('presets')
        .values({ id: newId(), person_id: personId, name, ...content, created_at: clock.now() })
        .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet(content))
        .returningAll()
        .executeTakeFirstOrThrow();
      return toPreset(row);
    },
    async get(id) {
      const row = await db.selectFrom('presets').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toPreset(row) : null;
    },
    async of(personId) {
      const rows = await db
        .selectFrom('presets')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('name')
        .limit(200)
        .execute();
      return rows.map(toPreset);
    },
    async rename(id, personId, name) {
      try {
        const row = await db
          .updateTable('presets')
          .set({ name })
          .where('id', '=', id)
          .where('person_id', '=', personId)
          .returningAll()
          .executeTakeFirst();
        return row ? toPreset(row) : null;
      } catch (error) {
        if (isTaken(error)) throw new AppError('preset-name-taken', 'Another preset has this name');
        throw error;
      }
    },
    async remove(id, personId) {
      const row = await db
        .deleteFrom('presets')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** SQLSTATE unique_violation. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

function toPreset({ id, person_id, name, model_id, input }: Selectable<PresetsTable>): Preset {
  return { id, personId: person_id, name, modelId: model_id, input };
}
