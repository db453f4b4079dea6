import { sql } from 'kysely';
import type { Audit } from '#ledger';
import { AppError, type Db, type Trx } from '#platform';
import { auditAll } from './audit.ts';
import {
  type DumpHeader,
  type DumpTable,
  dumpTables,
  headerGuard,
  schemaOf,
  seededTables,
} from './dump-format.ts';
import { countRows } from './export-database.ts';

const rowsAtOnce = 500;

/**
 * Reads the lines of `exportDatabase` into an empty database of the same schema, all or nothing. The ledger's guards
 * stay on: its transfers are made again one by one in their order, and the balances that come out of it must be the
 * exported ones. The audit of the whole is made afterwards: it also shows what was wrong in the source.
 *
 * @throws AppError `dump-unreadable`, `dump-of-another-schema`, `database-not-empty`, `dump-does-not-add-up`
 */
export async function importDatabase(
  db: Db,
  lines: AsyncIterable<string>,
): Promise<{ header: DumpHeader; audit: Audit }> {
  const header = await db.transaction().execute(async (trx) => {
    const reader = lines[Symbol.asyncIterator]();
    const head = readHeader((await reader.next()).value);
    const tables = await dumpTables(trx);
    await assertFits(trx, head, tables);
    for (const name of seededTables) await sql`delete from ${sql.table(name)}`.execute(trx);
    await sql`create temp table exported_accounts (like ledger_accounts) on commit drop`.execute(trx);
    await importRows(trx, tables, reader);
    await assertSame(trx, head);
    for (const table of tables) await continueNumbers(trx, table);
    return head;
  });
  return { header, audit: await auditAll(db) };
}

function readHeader(line: unknown): DumpHeader {
  const parsed = headerGuard.safeParse(parseLine(line));
  if (parsed.success) return parsed.data;
  throw wrong('dump-unreadable', 'The first line is not the header of a dump');
}

function parseLine(line: unknown): unknown {
  try {
    return JSON.parse(String(line));
  } catch (cause) {
    throw new AppError('dump-unreadable', 'A line of the dump is not JSON: is the file complete?', { cause });
  }
}

async function assertFits(
  trx: Trx,
  { schema, tables: dumped }: DumpHeader,
  tables: DumpTable[],
): Promise<void> {
  if (JSON.stringify(await schemaOf(trx)) !== JSON.stringify(schema)) {
    const last = schema.at(-1)?.name ?? 'nothing';
    throw wrong(
      'dump-of-another-schema',
      `The dump was made at ${last}: import it with that version of Kiegram`,
    );
  }
  const known = tables.map(({ name }) => name).sort();
  const given = dumped.map(({ name }) => name).sort();
  if (known.join() !== given.join()) throw wrong('dump-of-another-schema', 'The dump has other tables');
  for (const { name } of tables) {
    if (!seededTables.includes(name) && (await countRows(trx, name)) > 0)
      throw wrong('database-not-empty', `An import needs an empty database, but ${name} has rows`);
  }
}

async function importRows(trx: Trx, tables: DumpTable[], reader: AsyncIterator<string>): Promise<void> {
  let table: DumpTable | undefined;
  let batch: string[] = [];
  const flush = async () => {
    if (table && batch.length > 0) await insertRows(trx, table, `[${batch.join(',')}]`);
    batch = [];
  };
  for (let next = await reader.next(); !next.done; next = await reader.next()) {
    const [name, row] = splitLine(next.value);
    if (name !== table?.name || batch.length === rowsAtOnce) await flush();
    table = tables.find((known) => known.name === name);
    if (!table) throw wrong('dump-unreadable', `The dump has rows of an unknown table ${name}`);
    batch.push(row);
  }
  await flush();
}

/** The row stays text: numbers and documents go to the database exactly as they came from one. */
function splitLine(line: string): [name: string, row: string] {
  const match = /^\["([a-z_]+)",(\{.*\})\]$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw wrong('dump-unreadable', 'A line of the dump is not a row: is the file complete?');
  }
  return [match[1], match[2]];
}

async function insertRows(trx: Trx, { name, columns }: DumpTable, rows: string): Promise<void> {
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const records = sql`json_populate_recordset(null::${sql.table(name)}, ${rows}::json)`;
  if (name !== 'ledger_accounts') {
    await sql`insert into ${sql.table(name)} (${list}) overriding system value select ${list} from ${records}`.execute(
      trx,
    );
    return;
  }
  await sql`insert into exported_accounts select * from ${records}`.execute(trx);
  await sql`insert into ledger_accounts (person_id) select person_id from ${records}`.execute(trx);
}

async function assertSame(trx: Trx, header: DumpHeader): Promise<void> {
  for (const { name, rows } of header.tables) {
    const found = await countRows(trx, name);
    if (found !== rows)
      throw wrong('dump-unreadable', `The dump promises ${rows} rows of ${name} and has ${found}`);
  }
  const { rows: differing } = await sql<{ person_id: number }>`
    select e.person_id from exported_accounts e join ledger_accounts a using (person_id)
    where (a.balance, a.held) is distinct from (e.balance, e.held) limit 1`.execute(trx);
  if (differing.length > 0)
    throw wrong(
      'dump-does-not-add-up',
      `The transfers of ${differing[0]?.person_id} do not make the balance`,
    );
}

async function continueNumbers(trx: Trx, { name, identity }: DumpTable): Promise<void> {
  if (identity === null) return;
  await sql`
    select setval(pg_get_serial_sequence(${name}, ${identity}), coalesce(max(${sql.ref(identity)}), 0) + 1, false)
    from ${sql.table(name)}`.execute(trx);
}

function wrong<Code extends string>(code: Code, message: string): AppError<Code> {
  return new AppError(code, message);
}
