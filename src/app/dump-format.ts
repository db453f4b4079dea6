import { sql } from 'kysely';
import { z } from 'zod';
import type { Db, Trx } from '#platform';

/** First line of a dump: what it holds, so that a wrong or cut file is refused. */
export const headerGuard = z.object({
  kiegram: z.literal('dump'),
  version: z.literal(1),
  /** Name and checksum of every migration the tables were made by. */
  schema: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Rows by table, in the order in which they follow. */
  tables: z.array(z.object({ name: z.string(), rows: z.number().int().nonnegative() })),
});

export type DumpHeader = z.output<typeof headerGuard>;

/** Tables that come with rows in a fresh database; an import replaces these. */
export const seededTables: readonly string[] = [
  'provider_window',
  'provider_account',
  'star_transactions_seen',
];

/** One of our own tables, as the catalogue of the database describes it. */
export interface DumpTable {
  name: string;
  columns: string[];
  /** Primary key: the order of the rows, so that a row follows those it points at. */
  key: string[];
  identity: string | null;
  /** Tables that its foreign keys point at. */
  needs: string[];
}

/** Ours alone: the queue has a schema of its own, and the migrations are the other side's. */
export async function dumpTables(db: Db | Trx): Promise<DumpTable[]> {
  const { rows } = await sql<DumpTable>`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(a.attname order by array_position(k.conkey, a.attnum)) from pg_constraint k
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
       where k.conrelid = c.oid and k.contype = 'p') as key,
      (select a.attname from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and a.attidentity <> '' limit 1) as identity,
      coalesce((select json_agg(distinct f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
       where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'schema_migrations'
    order by c.relname`.execute(db);
  return inOrder(rows);
}

/** A table after all those it points at. */
function inOrder(tables: readonly DumpTable[]): DumpTable[] {
  const placed: DumpTable[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const ready = left.findIndex(({ needs }) => needs.every((name) => placed.some((it) => it.name === name)));
    if (ready === -1)
      throw new Error(`Tables point at each other: ${left.map(({ name }) => name).join(', ')}`);
    placed.push(...left.splice(ready, 1));
  }
  return placed;
}

export async function schemaOf(db: Db | Trx): Promise<DumpHeader['schema']> {
  return db.selectFrom('schema_migrations').select(['name', 'checksum']).orderBy('number').execute();
}
