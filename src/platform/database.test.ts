import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { onEachEngine, silentLog, testDatabase } from '../../test/kit/index.ts';
import { assertTransaction, type Database, isAppError, openDatabase } from './index.ts';

onEachEngine((engine) => {
  describe('the database', () => {
    let database: Database;
    before(async () => {
      database = await testDatabase(engine);
      await sql`create table note (id int primary key, text text)`.execute(database.db);
    });
    after(() => database.close());

    const notes = async () =>
      (await sql<{ id: number }>`select id from note order by id`.execute(database.db)).rows;
    const add = (id: number) => sql`insert into note values (${id}, 'x')`;

    test('values come back as the same JavaScript types on both engines', async () => {
      const { rows } = await sql`select 9007199254740991::int8 as big, array[1, null]::int8[] as bigs,
        1.50::numeric as exact, '2026-01-02T03:04:05.678+02:00'::timestamptz as moment, '2026-01-02'::date as day,
        '2026-01-02 03:04:05'::timestamp as wall, '1 day'::interval as span, ${JSON.stringify([{ a: 1 }])}::jsonb as json,
        '\\x00ff'::bytea as bytes, array['a', 'b'] as words, true as yes, null as nothing, 0.5::float8 as half,
        current_setting('timezone') as zone`.execute(database.db);
      assert.deepEqual(rows, [
        {
          big: 9007199254740991,
          bigs: [1, null],
          exact: '1.50',
          moment: new Date('2026-01-02T01:04:05.678Z'),
          day: '2026-01-02',
          wall: '2026-01-02 03:04:05',
          span: '1 day',
          json: [{ a: 1 }],
          bytes: Buffer.from([0, 255]),
          words: ['a', 'b'],
          yes: true,
          nothing: null,
          half: 0.5,
          zone: 'UTC',
        },
      ]);
    });

    test('an int8 that a number cannot hold is refused instead of rounded', async () => {
      await assert.rejects(sql`select 9007199254740993::int8`.execute(database.db), /does not fit/);
    });

    test('a transaction is rolled back when its function rejects', async () => {
      const failed = database.transaction(async (trx) => {
        await add(1).execute(trx);
        throw new Error('no');
      });
      await assert.rejects(failed, /^Error: no$/);
      assert.deepEqual(await notes(), []);
      await database.transaction((trx) => add(2).execute(trx));
      assert.deepEqual(await notes(), [{ id: 2 }]);
    });

    test('using the outer database inside a transaction is refused at once, not a deadlock', async () => {
      const refused = /Pass the transaction/;
      await assert.rejects(
        database.transaction(() => notes()),
        refused,
      );
      await assert.rejects(
        database.transaction(() => database.transaction(async () => 1)),
        refused,
      );
      assert.equal((await notes()).length, 1);
    });

    test('work that a transaction left behind may use the database afterwards', async () => {
      const { promise: gate, resolve } = Promise.withResolvers<void>();
      let later: Promise<unknown> = Promise.resolve();
      await database.transaction(async () => {
        later = gate.then(notes);
      });
      resolve();
      assert.deepEqual(await later, [{ id: 2 }]);
    });

    test('transactions that start together all finish', async () => {
      const ids = [11, 12, 13, 14, 15, 16, 17, 18];
      await Promise.all(ids.map((id) => database.transaction((trx) => add(id).execute(trx))));
      assert.equal((await notes()).length, 9);
    });

    test('a conflict that the database asks to repeat is repeated, three times in all', async () => {
      let runs = 0;
      const conflict = (trx: Parameters<Parameters<Database['transaction']>[0]>[0]) => {
        runs += 1;
        return sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`.execute(trx);
      };
      await assert.rejects(database.transaction(conflict), /conflict/);
      assert.equal(runs, 3);
      const settled = await database.transaction(async (trx) => (runs++ < 4 ? conflict(trx) : 'done'));
      assert.equal(settled, 'done');
    });

    test('assertTransaction lets a transaction pass and nothing else', async () => {
      assert.throws(() => assertTransaction(database.db), /transaction is needed/);
      await database.transaction(async (trx) => assertTransaction(trx));
    });
  });
});

test('a PostgreSQL that does not answer is named without its password', async () => {
  const url = 'postgres://someone:hunter2@127.0.0.1:1/kiegram';
  await assert.rejects(openDatabase({ url, dataDir: 'memory', log: silentLog }), (error) => {
    assert.ok(isAppError(error, 'database-unreachable'));
    assert.match(error.message, /127\.0\.0\.1:1\/kiegram/);
    assert.doesNotMatch(error.message, /hunter2/);
    return true;
  });
});
