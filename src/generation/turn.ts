import type { Trx } from '#platform';
import { type GenerationRow, move } from './store.ts';

/**
 * Picks whose turn it is and moves that generation to `submitting`, within the caller's transaction:
 * round-robin between people, first come first served within one person's own. Undefined when nobody waits.
 */
export async function pickNext(trx: Trx, now: Date): Promise<GenerationRow | undefined> {
  const next = await firstInLine(trx, now);
  if (!next) return undefined;
  const row = await move(trx, next.id, 'queued', 'submitting', now, { submitted_at: now, wake_at: now });
  if (!row) return pickNext(trx, now);
  await trx
    .insertInto('turns')
    .values({ person_id: row.person_id, served_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ served_at: now }))
    .execute();
  return row;
}

async function firstInLine(trx: Trx, now: Date): Promise<{ id: string } | undefined> {
  return trx
    .selectFrom((line) =>
      line
        .selectFrom('generations')
        .leftJoin('turns', 'turns.person_id', 'generations.person_id')
        .distinctOn('generations.person_id')
        .select(['generations.id', 'generations.created_at', 'turns.served_at'])
        .where('generations.state', '=', 'queued')
        .where('generations.task_input', 'is not', null)
        .where('generations.wake_at', '<=', now)
        .orderBy('generations.person_id')
        .orderBy('generations.created_at')
        .as('heads'),
    )
    .select('id')
    .orderBy('served_at', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
}
