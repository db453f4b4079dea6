import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { silentLog } from '../../test/kit/index.ts';
import { lockFolder } from './folder-lock.ts';
import { isAppError, openDatabase } from './index.ts';

const HOLDER = `
import { lockFolder } from './src/platform/folder-lock.ts';
lockFolder(process.env.FOLDER);
globalThis.gc();
process.stdout.write('held');
setInterval(() => {}, 1000);`;

test('a second process on the same folder is refused at once, until the first one is killed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'kiegram-folder-'));
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', HOLDER], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');

  await assert.rejects(openDatabase({ dataDir: folder, log: silentLog }), (error) => {
    assert.ok(isAppError(error, 'data-folder-in-use'));
    assert.deepEqual(error.values, { folder });
    return true;
  });

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockFolder(folder).release();
  await rm(folder, { recursive: true });
});

test('the embedded database keeps its content between two openings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiegram-folder-'));
  const first = await openDatabase({ dataDir: folder, log: silentLog });
  await first.db.schema.createTable('kept').addColumn('a', 'integer').execute();
  await assert.rejects(openDatabase({ dataDir: folder, log: silentLog }), (error) =>
    isAppError(error, 'data-folder-in-use'),
  );
  await first.close();
  const second = await openDatabase({ dataDir: folder, log: silentLog });
  const names = (await second.db.introspection.getTables()).map((table) => table.name);
  assert.deepEqual(names, ['kept']);
  await second.close();
  await rm(folder, { recursive: true });
});
