import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { silentLog } from '../../test/kit/index.ts';
import { openDatabase } from './database.ts';

async function dataFolder(t: TestContext): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kiegram-'));
  t.after(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

test('what was written to a new folder is there when it is opened again', async (t) => {
  const dataDir = await dataFolder(t);
  await using first = await openDatabase({ dataDir, log: silentLog });
  await sql`create table kept as select 42 as answer`.execute(first.db);
  await first.close();
  await using again = await openDatabase({ dataDir, log: silentLog });
  const { rows } = await sql`select answer from kept`.execute(again.db);
  assert.deepEqual(rows, [{ answer: 42 }]);
});

test('a folder that a dying process left half made is made anew', async (t) => {
  const dataDir = await dataFolder(t);
  await mkdir(join(dataDir, 'database'));
  await writeFile(join(dataDir, 'database', 'PG_VERSION'), '18');
  await writeFile(join(dataDir, 'database.unfinished'), '');
  await using database = await openDatabase({ dataDir, log: silentLog });
  const { rows } = await sql`select 1 as one`.execute(database.db);
  assert.deepEqual(rows, [{ one: 1 }]);
  assert.ok(!existsSync(join(dataDir, 'database.unfinished')));
});

test('the embedded database keeps its buffers small', async () => {
  await using database = await openDatabase({ dataDir: 'memory', log: silentLog });
  const { rows } = await sql<{ size: string }>`select current_setting('shared_buffers') as size`.execute(
    database.db,
  );
  assert.equal(rows[0]?.size, '16MB');
});
