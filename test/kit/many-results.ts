import { sql } from 'kysely';
import type { Db } from '#platform';

/**
 * Gives a person a long history: copies of one delivered result of theirs, a minute apart, each with the small picture
 * that was kept of it. Triggers and foreign keys stay on; the ledger knows nothing of the copies.
 */
export async function copyResult(db: Db, id: string, count: number): Promise<void> {
  await sql`
    insert into generations (id, key, person_id, chat_id, model_id, input, task_input, quote, credits, state,
      callback_secret, task_id, result, kie_credits, created_at, submitted_at, started_at, finished_at)
    select 'copy-' || n, 'copy-' || n, person_id, chat_id, model_id, input, task_input, quote, credits, state,
      'secret', 'copy-' || n, result, kie_credits, at, at, at, at + interval '20 s'
    from (select g.*, n, created_at - n * interval '1 minute' as at
          from generations g, generate_series(1, ${count}::int) as n where g.id = ${id}) as copies`.execute(
    db,
  );
  await sql`
    insert into parts (generation_id, index, state, items, text, sent)
    select 'copy-' || n, index, state, items, text, sent from parts, generate_series(1, ${count}::int) as n
    where generation_id = ${id}`.execute(db);
  await sql`
    insert into thumbnails (generation_id, index, bytes, kept_at)
    select 'copy-' || n, index, bytes, kept_at from thumbnails, generate_series(1, ${count}::int) as n
    where generation_id = ${id}`.execute(db);
}
