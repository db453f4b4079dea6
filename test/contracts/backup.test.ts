import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { auditAll } from '#app';
import { topUp } from '#ledger';
import { migrate, openDatabase } from '#platform';
import { engines, migrationsFolder, silentLog, testDatabase } from '../kit/index.ts';

const operating = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');

/** The commands of docs/operating.md, with real PostgreSQL. */
test('a backup is restored into another database, and the books are right', {
  skip: !engines.includes('postgres'),
}, async () => {
  await using original = await testDatabase('postgres');
  await using copy = await testDatabase('postgres');
  if (original.engine !== 'postgres' || copy.engine !== 'postgres') throw new Error('Expected PostgreSQL');
  await original.transaction((trx) =>
    topUp(trx, { personId: 7, amount: 100, source: 'operator', key: 'gift', memo: '', at: new Date() }),
  );
  const folder = mkdtempSync(join(tmpdir(), 'kiegram-backup-'));
  const file = join(folder, 'kiegram.dump');
  try {
    for (const [command, flags] of [
      ['pg_dump', '--format=custom --no-owner'],
      ['pg_restore', '--clean --if-exists --no-owner'],
    ] as const)
      assert.ok(operating.includes(`${command} ${flags}`), `${command} ${flags} stands in docs/operating.md`);
    execFileSync('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`, original.url]);
    execFileSync('pg_restore', ['--clean', '--if-exists', '--no-owner', `--dbname=${copy.url}`, file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await using restored = await openDatabase({ url: copy.url, dataDir: 'memory', log: silentLog });
  assert.deepEqual(await migrate(restored, { folder: migrationsFolder }), []);
  const { balance } = await restored.db.selectFrom('ledger_accounts').selectAll().executeTakeFirstOrThrow();
  assert.equal(balance, 100);
  assert.deepEqual((await auditAll(restored.db)).findings, []);
});
