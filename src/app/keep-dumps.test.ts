import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtempDisposable, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import { dumpName, dumpsToRemove } from './dump-rotation.ts';
import { importDatabase } from './import-database.ts';
import { dumpIfDue } from './keep-dumps.ts';

const hourMs = 3_600_000;

test('the database is dumped once an hour, also across restarts, and a dump can be imported', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'kiegram-dumps-'));
  await using database = await testDatabase('pglite');
  const clock = new VirtualClock('2026-11-20T12:00:00Z');
  const options = { database, folder: join(folder.path, 'dumps'), clock, log: silentLog };
  assert.equal(await dumpIfDue(options), hourMs);
  await clock.advance(20 * 60_000);
  assert.equal(await dumpIfDue(options), 40 * 60_000, 'a restart makes no second one');
  await clock.advance(40 * 60_000);
  assert.equal(await dumpIfDue(options), hourMs);
  const names = (await readdir(options.folder)).sort();
  assert.deepEqual(names, ['kiegram-2026-11-20T12-00-00Z.jsonl', 'kiegram-2026-11-20T13-00-00Z.jsonl']);
  await using restored = await testDatabase('pglite');
  const lines = createInterface({ input: createReadStream(join(options.folder, String(names[1]))) });
  assert.equal((await importDatabase(restored.db, lines)).audit.ok, true);
});

test('a dump of the future, from a clock that was wrong, does not keep the next one from being made', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'kiegram-dumps-'));
  await using database = await testDatabase('pglite');
  const clock = new VirtualClock('2026-11-20T12:00:00Z');
  await writeFile(join(folder.path, dumpName(new Date('2027-01-01T00:00:00Z'))), '');
  await dumpIfDue({ database, folder: folder.path, clock, log: silentLog });
  assert.ok((await readdir(folder.path)).includes('kiegram-2026-11-20T12-00-00Z.jsonl'));
});

test('24 hours and 7 days are kept, the newest of each, and no other file is touched', () => {
  const start = Date.parse('2026-11-01T00:30:00Z');
  const hours = Array.from({ length: 10 * 24 }, (_, hour) => dumpName(new Date(start + hour * hourMs)));
  const twice = dumpName(new Date(start + (10 * 24 - 1) * hourMs + 60_000));
  const removed = new Set(dumpsToRemove([...hours, twice, 'notes.txt', 'kiegram-old.jsonl']));
  const kept = [...hours, twice].filter((name) => !removed.has(name));
  assert.equal(kept.length, 24 + 6);
  assert.ok(kept.includes(twice) && removed.has(String(hours.at(-1))), 'the newest of an hour');
  assert.equal(kept[0], 'kiegram-2026-11-04T23-30-00Z.jsonl');
  assert.ok(!removed.has('notes.txt') && !removed.has('kiegram-old.jsonl'));
});
