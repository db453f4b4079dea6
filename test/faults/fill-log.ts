/**
 * `node fill-log.ts <data folder> <MB to leave>`: writes into an embedded database until its log cannot grow, under the
 * guard that every start has. Prints how many rows are written.
 */
import { statfsSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as everybodyElse } from 'node:timers/promises';
import { sql } from 'kysely';
import { guardDisk } from '#app';
import { openDatabase, systemClock } from '#platform';
import { silentLog } from '../kit/index.ts';

const [dataDir = '', left = '1'] = process.argv.slice(2);
const guard = await guardDisk({ url: undefined, dataDir });
const alert = async () => undefined;
void guard.watch({ clock: systemClock, log: silentLog, alert }, new AbortController().signal);
const { db } = await openDatabase({ dataDir, log: silentLog });
await sql`create table kept (n int)`.execute(db);
const { bavail, bsize } = statfsSync(dataDir);
writeFileSync(join(dirname(dataDir), 'ballast'), Buffer.alloc(bavail * bsize - Number(left) * 1e6));
for (let written = 1; ; written++) {
  await db.transaction().execute(async (trx) => {
    await sql`insert into kept values (${written})`.execute(trx);
    await sql`select pg_logical_emit_message(true, 'ballast', repeat('x', 400000))`.execute(trx);
  });
  writeSync(1, `${written}\n`);
  await everybodyElse();
}
