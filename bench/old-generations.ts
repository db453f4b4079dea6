import { sql } from 'kysely';
import type { Database } from '#platform';
import { loadRegistry } from '#registry';
import { plainModel } from './product-rate.ts';

/** Rows that one finished generation leaves behind: itself, five moves, one part and two rows in the ledger. */
export const rowsOfOne = 9;

/**
 * Adds finished generations number `from` + 1 to `to`, shared out between these people. Triggers and foreign keys are
 * off for the deed: what they guard is not in question here.
 */
export async function addOldGenerations(
  { db }: Database,
  from: number,
  to: number,
  people: readonly number[],
): Promise<void> {
  const model = plainModel(loadRegistry().offered()).id;
  const numbers = sql`generate_series(${from + 1}::int, ${to}::int) as n`;
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`
      insert into generations (id, key, person_id, chat_id, model_id, input, task_input, quote, credits, state,
        callback_secret, task_id, result, kie_credits, created_at, submitted_at, started_at, finished_at)
      select 'old-' || n, 'old-' || n, person, person, ${model}, '{"prompt":"A fox in the snow"}',
        '{"prompt":"A fox in the snow"}', '{"credits":8,"kieCredits":4}', 8, 'delivered', 'secret', 'task-' || n,
        '{"media":[{"kind":"image","url":"https://example.com/a.png"}]}', 4,
        born, born, born + interval '1 s', born + interval '20 s'
      from (
        select n, (${[...people]}::bigint[])[1 + n % ${people.length}::int] as person,
          now() - n * interval '1 minute' as born
        from ${numbers}
      ) as ages
    `.execute(one);
    await sql`
      insert into moves (generation_id, state, at)
      select 'old-' || n, step, now() - n * interval '1 minute'
      from ${numbers}, unnest(array['queued', 'submitting', 'running', 'succeeded', 'delivered']) as steps (step)
    `.execute(one);
    await sql`
      insert into parts (generation_id, index, state, items, sent)
      select 'old-' || n, 0, 'sent', '[{"kind":"image","url":"https://example.com/a.png"}]',
        jsonb_build_array(jsonb_build_object('messageId', n, 'fileId', 'f', 'kind', 'photo'))
      from ${numbers}`.execute(one);
    await sql`
      with pending as (
        insert into ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
        select 'generation:old-' || n, 'pending', person, 'person:' || person, 'income', 8, 'spend', '',
          now() - n * interval '1 minute'
        from (
          select n, (${[...people]}::bigint[])[1 + n % ${people.length}::int] as person from ${numbers} order by n desc
        ) as ages
        returning *
      )
      insert into ledger_transfers
        (key, phase, pending_id, person_id, from_account, to_account, amount, kind, memo, at)
      select key, 'posted', id, person_id, from_account, to_account, amount, kind, memo, at from pending
    `.execute(one);
    await sql`set session_replication_role = default`.execute(one);
    await sql`analyze`.execute(one);
  });
}

/** Adds people number `from` + 1 to `to`, each with an account and an open form; none of them comes again. */
export async function addOldPeople({ db }: Database, from: number, to: number): Promise<void> {
  const model = plainModel(loadRegistry().offered()).id;
  const ids = sql`(select 10000000 + n as id from generate_series(${from + 1}::int, ${to}::int) as n) as people_to_come`;
  await sql`
    insert into people (id, first_name, locale, referral_code, created_at, last_seen_at)
    select id, 'Person', 'en', 'old' || id, now(), now() from ${ids}`.execute(db);
  await sql`insert into ledger_accounts (person_id) select id from ${ids}`.execute(db);
  await sql`
    insert into drafts (id, person_id, chat_id, model_id, input, awaiting, created_at, updated_at)
    select 'old-' || id, id, id, ${model}, '{"prompt":"A fox"}', 'prompt', now(), now() from ${ids}`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}
