import { sql } from 'kysely';
import { defaultGenerationConfig } from '#generation';
import type { Database } from '#platform';
import { loadRegistry } from '#registry';
import { testDatabase } from '../test/kit/index.ts';
import { type Benchmark, figure } from './figure.ts';
import { people, plainModel, startProduct } from './product-rate.ts';
import { alternate } from './rounds.ts';

/** Finished generations; each has five moves, one part and two rows in the ledger: nine rows each. */
const finished = 200_000;

/** The same people go on buying, so that theirs is the long history. */
export const history: Benchmark = {
  name: 'history',
  about: 'generations from submit to settle beside a long history against an empty database',
  heavy: true,
  async run({ short }) {
    await using old = await testDatabase('postgres');
    await using empty = await testDatabase('postgres');
    const perPerson = short ? 2 : defaultGenerationConfig.maxOpenPerPerson;
    await fill(old, short ? finished / 100 : finished);
    await using ours = await startProduct(old, perPerson);
    await using bare = await startProduct(empty, perPerson);
    const pairs = await alternate(short ? 1 : 9, ours.round, bare.round);
    const rows = (short ? finished / 100 : finished) * 9;
    return [
      figure(
        'time with a long history against none',
        '×',
        pairs.map(({ ours: long, bare: none }) => long / none),
        { goal: { atMost: 1.3 }, note: `${rows.toLocaleString('en')} rows of history` },
      ),
    ];
  },
};

/** Triggers and foreign keys are off for the deed: what they guard is not in question here. */
async function fill({ db }: Database, count: number): Promise<void> {
  const model = plainModel(loadRegistry().offered()).id;
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`
      insert into generations (id, key, person_id, chat_id, model_id, input, task_input, quote, credits, state,
        callback_secret, task_id, result, kie_credits, created_at, submitted_at, started_at, finished_at)
      select 'old-' || n, 'old-' || n, 1 + n % ${people}, 1 + n % ${people}, ${model}, '{"prompt":"A fox in the snow"}',
        '{"prompt":"A fox in the snow"}', '{"credits":8,"kieCredits":4}', 8, 'delivered', 'secret', 'task-' || n,
        '{"media":[{"kind":"image","url":"https://example.com/a.png"}]}', 4,
        born, born, born + interval '1 s', born + interval '20 s'
      from (select n, now() - n * interval '1 minute' as born from generate_series(1, ${count}::int) as n) as ages
    `.execute(one);
    await sql`
      insert into moves (generation_id, state, at)
      select id, step, finished_at from generations,
        unnest(array['queued', 'submitting', 'running', 'succeeded', 'delivered']) as steps (step)`.execute(
      one,
    );
    await sql`
      insert into parts (generation_id, index, state, items, sent)
      select id, 0, 'sent', '[{"kind":"image","url":"https://example.com/a.png"}]',
        jsonb_build_array(jsonb_build_object('messageId', row_number() over (), 'fileId', 'f', 'kind', 'photo'))
      from generations`.execute(one);
    await sql`
      insert into ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
      select 'generation:' || id, 'pending', person_id, 'person:' || person_id, 'income', 8, 'spend', '', created_at
      from generations`.execute(one);
    await sql`
      insert into ledger_transfers
        (key, phase, pending_id, person_id, from_account, to_account, amount, kind, memo, at)
      select key, 'posted', id, person_id, from_account, to_account, amount, kind, memo, at from ledger_transfers
      where phase = 'pending'`.execute(one);
    await sql`set session_replication_role = default`.execute(one);
    await sql`analyze`.execute(one);
  });
}
