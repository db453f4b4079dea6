import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { emptyDatabase, onEachEngine, silentLog } from '../../test/kit/index.ts';
import { type Database, isAppError, migrate, openDatabase, schemaDump } from './index.ts';

const FRUIT = `
create table fruit (id bigint generated always as identity primary key, name text not null);
insert into fruit (name) values ('apple');
create function shout(word text) returns text language sql as $$ select upper(word) || ';' $$;`;

onEachEngine((engine) => {
  describe('migrate', () => {
    let database: Database;
    let folder: string;

    before(async () => {
      database = await emptyDatabase(engine);
    });
    after(() => database.close());
    beforeEach(async () => {
      await sql`drop schema public cascade`.execute(database.db);
      await sql`create schema public`.execute(database.db);
      folder = await mkdtemp(join(tmpdir(), 'kiegram-migrations-'));
      await writeFile(join(folder, '0001-fruit.sql'), FRUIT);
      await writeFile(join(folder, '0003-more.sql'), `insert into fruit (name) values ('pear')`);
    });
    afterEach(() => rm(folder, { recursive: true }));

    const fruit = async (db = database.db) =>
      (await sql<{ name: string }>`select name from fruit order by id`.execute(db)).rows.map(
        (row) => row.name,
      );

    test('each file runs once, in order, and a second call finds nothing to do', async () => {
      assert.deepEqual(await migrate(database, { folder }), ['0001-fruit.sql', '0003-more.sql']);
      assert.deepEqual(await migrate(database, { folder }), []);
      assert.deepEqual(await fruit(), ['apple', 'pear']);
    });

    test('a file that comes late, between two applied ones, is applied too', async () => {
      await migrate(database, { folder });
      await writeFile(join(folder, '0002-late.sql'), `insert into fruit (name) values ('late')`);
      assert.deepEqual(await migrate(database, { folder }), ['0002-late.sql']);
    });

    test('a file that fails leaves nothing of itself and is run again after it was mended', async () => {
      await writeFile(
        join(folder, '0003-more.sql'),
        `insert into fruit (name) values ('pear'); select 1 / 0`,
      );
      await assert.rejects(migrate(database, { folder }), /0003-more\.sql failed: division by zero/);
      assert.deepEqual(await fruit(), ['apple']);
      await writeFile(join(folder, '0003-more.sql'), `insert into fruit (name) values ('mended')`);
      assert.deepEqual(await migrate(database, { folder }), ['0003-more.sql']);
      assert.deepEqual(await fruit(), ['apple', 'mended']);
    });

    test('an applied file that was changed is refused', async () => {
      await migrate(database, { folder });
      await writeFile(join(folder, '0001-fruit.sql'), `${FRUIT} -- and a word more`);
      await assert.rejects(migrate(database, { folder }), (error) => {
        assert.ok(isAppError(error, 'migration-edited'));
        assert.deepEqual(error.values, { migration: '0001-fruit.sql' });
        return true;
      });
    });

    test('a database newer than the code is refused', async () => {
      await migrate(database, { folder });
      await rename(join(folder, '0003-more.sql'), join(folder, 'kept.txt'));
      await assert.rejects(migrate(database, { folder }), (error) => isAppError(error, 'schema-too-new'));
    });

    test('two files with one number, or without any, are refused before anything runs', async () => {
      await writeFile(join(folder, '0003-again.sql'), '');
      await assert.rejects(migrate(database, { folder }), /same number/);
      await rename(join(folder, '0003-again.sql'), join(folder, 'again.sql'));
      await assert.rejects(migrate(database, { folder }), /named like/);
    });

    test('two that migrate at the same time apply each file once', async () => {
      const other = await secondHandle(database);
      const applied = await Promise.all([migrate(database, { folder }), migrate(other, { folder })]);
      assert.deepEqual(applied.flat().sort(), ['0001-fruit.sql', '0003-more.sql']);
      assert.deepEqual(await fruit(), ['apple', 'pear']);
      if (other !== database) await other.close();
    });

    test('the dump tells tables, constraints, indexes, triggers and functions', async () => {
      await writeFile(join(folder, '0004-rest.sql'), DUMPED);
      await migrate(database, { folder });
      const dump = await schemaDump(database.db);
      for (const part of DUMP_PARTS) assert.ok(dump.includes(part), `missing: ${part}\n${dump}`);
    });
  });
});

/** PGlite has one connection for all; PostgreSQL gets a second pool, like a second process. */
async function secondHandle(database: Database): Promise<Database> {
  if (database.engine === 'pglite') return database;
  return openDatabase({ url: database.url, dataDir: 'memory', log: silentLog });
}

const DUMPED = `
create type taste as enum ('sweet', 'sour');
create table bite (
  fruit_id bigint not null references fruit (id) on delete cascade,
  taste taste not null default 'sweet',
  size integer check (size > 0),
  primary key (fruit_id, taste)
);
create index bite_by_size on bite (size desc) where size > 3;
create function count_bite() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger bite_counted after insert on bite for each row execute function count_bite();
create view sweet_bite as select fruit_id from bite where taste = 'sweet';`;

const DUMP_PARTS = [
  "create type taste as enum ('sweet', 'sour');",
  'CREATE OR REPLACE FUNCTION public.count_bite()',
  "taste taste default 'sweet'::taste not null",
  'id bigint generated always as identity not null',
  'constraint bite_size_check CHECK ((size > 0))',
  'constraint bite_fruit_id_fkey FOREIGN KEY (fruit_id) REFERENCES fruit(id) ON DELETE CASCADE',
  'constraint bite_pkey PRIMARY KEY (fruit_id, taste)',
  'CREATE INDEX bite_by_size ON public.bite USING btree (size DESC) WHERE (size > 3);',
  'CREATE TRIGGER bite_counted AFTER INSERT ON public.bite',
  'create view sweet_bite as',
];
