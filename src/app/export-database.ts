import { sql } from 'kysely';
import type { Db, Trx } from '#platform';
import { type DumpHeader, type DumpTable, dumpTables, schemaOf } from './dump-format.ts';

const rowsAtOnce = 500;

/**
 * Every row of our own tables at one moment, as lines of JSON: a header, then `["table",{row}]`. Rows are written by
 * the database itself, so no number, time or document passes through JavaScript. The queue's jobs stay behind: they
 * are wake-ups, and the sweep finds every open row without them.
 */
export async function exportDatabase(db: Db, write: (line: string) => Promise<void>): Promise<DumpHeader> {
  const moment = db.transaction().setIsolationLevel('repeatable read');
  return moment.execute(async (trx) => {
    const tables = await dumpTables(trx);
    const counted = [];
    for (const { name } of tables) counted.push({ name, rows: await countRows(trx, name) });
    const header: DumpHeader = { kiegram: 'dump', version: 1, schema: await schemaOf(trx), tables: counted };
    await write(JSON.stringify(header));
    for (const table of tables) await exportTable(trx, table, write);
    return header;
  });
}

export async function countRows(trx: Trx, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    trx,
  );
  return rows[0]?.count ?? 0;
}

async function exportTable(
  trx: Trx,
  { name, columns, key }: DumpTable,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const row = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare dump no scroll cursor for
    select row_to_json(r)::text as line from (select ${row} from ${sql.table(name)} order by ${sql.join(
      key.map((column) => sql.ref(column)),
    )}) r`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsAtOnce)} from dump`.execute(trx);
    for (const { line } of rows) await write(`[${JSON.stringify(name)},${onOneLine(line)}]`);
    if (rows.length < rowsAtOnce) break;
  }
  await sql`close dump`.execute(trx);
}

/** Readers of lines end one at these two characters as well; inside JSON they stand only in strings. */
function onOneLine(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
