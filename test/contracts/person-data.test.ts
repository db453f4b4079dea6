import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { auditAll, erasePerson, exportPerson, personTables } from '#app';
import { balance, capture, hold } from '#ledger';
import { welcome } from '#payments';
import { changeSettings } from '#people';
import { type Database, isAppError } from '#platform';
import { onEachEngine, testDatabase } from '../kit/index.ts';

const at = new Date('2026-11-20T12:00:00Z');
const words = 'the-words-of-alice';

onEachEngine((engine) => {
  let database: Database;
  before(async () => {
    database = await testDatabase(engine);
    await fill(database);
  });
  after(() => database.close());

  test('every table with a column for a person is part of the export', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('person_id', 'payer_id', 'generation_id')`.execute(
      database.db,
    );
    assert.deepEqual(
      rows.map(({ name }) => name).filter((name) => !personTables.includes(name)),
      [],
    );
  });

  test('the export holds what a person wrote and no secret', async () => {
    const all = await exportPerson(database.db, 1);
    const text = JSON.stringify(all);
    assert.equal(all.generations?.length, 1);
    assert.equal(all.ledger_transfers?.length, 3);
    assert.equal(all.moves?.length, 1);
    assert.ok(text.includes(words));
    assert.ok(!text.includes('callback-secret-of'));
    assert.ok(!text.includes('"person_id":2'), 'nobody else is in it');
  });

  test('a person with something under way is not erased', async () => {
    const open = (state: string, finished: Date | null) =>
      sql`update generations set state = ${state}, finished_at = ${finished} where person_id = 1`.execute(
        database.db,
      );
    await open('running', null);
    await assert.rejects(erasePerson(database, 1), (error) => isAppError(error, 'generations-under-way'));
    assert.ok(JSON.stringify(await exportPerson(database.db, 1)).includes(words));
    await open('delivered', at);
  });

  test('erasing leaves no word of theirs, keeps the sums, and touches nobody else', async () => {
    const sums = await balance(database.db, 1);
    const other = await exportPerson(database.db, 2);
    await erasePerson(database, 1);
    const left = await exportPerson(database.db, 1);
    const text = JSON.stringify(left);
    assert.ok(!text.includes(words), text);
    assert.deepEqual([left.drafts, left.attachments, left.file_sets], [[], [], []]);
    assert.equal(left.ledger_transfers?.length, 3);
    assert.equal(left.generations?.length, 1);
    assert.deepEqual(await balance(database.db, 1), sums);
    assert.deepEqual(await exportPerson(database.db, 2), other);
    assert.deepEqual((await auditAll(database.db)).findings, []);
  });

  test('nobody is found under an unknown id', async () => {
    await assert.rejects(exportPerson(database.db, 99), (error) => isAppError(error, 'person-unknown'));
    await assert.rejects(erasePerson(database, 99), (error) => isAppError(error, 'person-unknown'));
  });
});

/** Two people with the same belongings; each text of theirs holds the words. */
async function fill(database: Database): Promise<void> {
  for (const id of [1, 2]) {
    await database.transaction(async (trx) => {
      const profile = { id, firstName: words, username: `${words}-${id}`, locale: 'en' };
      await welcome(trx, profile, { startCredits: 100, at });
      await changeSettings(trx, id, () => ({ favourites: [words] }));
      await hold(trx, { key: `generation:g${id}`, personId: id, amount: 7, memo: 'A model', at });
      await capture(trx, { key: `generation:g${id}`, at });
      const content = JSON.stringify({ prompt: words });
      const owner = { person_id: id, chat_id: id, created_at: at };
      await trx
        .insertInto('generations')
        .values({
          ...owner,
          id: `g${id}`,
          key: `wish-${id}`,
          model_id: 'a/model',
          input: content,
          task_input: content,
          quote: JSON.stringify({ kieCredits: 3.5, credits: 7 }),
          credits: 7,
          state: 'delivered',
          callback_secret: `callback-secret-of-${id}`,
          task_id: `task-${id}`,
          failure: JSON.stringify({ code: 'task-failed', providerCode: null, providerMessage: words }),
          result: JSON.stringify({ media: [], text: words }),
          finished_at: at,
        })
        .execute();
      await trx
        .insertInto('moves')
        .values({ generation_id: `g${id}`, state: 'queued', at })
        .execute();
      const part = { generation_id: `g${id}`, index: 0, state: 'sent' as const, text: words };
      await trx
        .insertInto('parts')
        .values({ ...part, items: JSON.stringify([{ url: words, kind: 'image' }]) })
        .execute();
      const draft = { ...owner, id: `d${id}`, model_id: 'a/model', input: content, updated_at: at };
      await trx.insertInto('drafts').values(draft).execute();
      const file = { kind: 'image' as const, mime: 'image/png', file_name: words, ref: words };
      await trx
        .insertInto('attachments')
        .values({ ...file, id: `a${id}`, person_id: id, created_at: at })
        .execute();
      const set = { ...owner, id: `f${id}`, kind: 'image' as const, album: null, caption: words };
      await trx
        .insertInto('file_sets')
        .values({ ...set, attachment_ids: JSON.stringify([`a${id}`]) })
        .execute();
    });
  }
}
