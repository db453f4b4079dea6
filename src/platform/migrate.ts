import type { Database } from './database.ts';
import { AppError } from './errors.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { scriptTransaction } from './script.ts';

export interface MigrateOptions {
  /** Folder of `0001-name.sql` files. */
  folder: string;
}

/** Any fixed number: it only keeps two processes from creating the table below at once. */
const TABLE_LOCK = 7_305_001;

const CREATE_TABLE = `
select pg_advisory_xact_lock(${TABLE_LOCK});
create table if not exists schema_migrations (
  number integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);`;

/** Waits for a racing process that holds the same number, and yields no row when that one succeeded. */
const CLAIM = `
insert into schema_migrations (number, name, checksum) values ($1, $2, $3)
on conflict (number) do nothing returning number`;

/**
 * Brings the database up to date: every file not applied yet, in ascending order, each in its own
 * transaction. Several processes may do it at the same time; each file runs once.
 *
 * @returns the names applied by this call
 * @throws AppError `schema-too-new` when the database knows a migration this code does not,
 *   `migration-edited` when an applied file has changed since
 */
export async function migrate(database: Database, { folder }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await scriptTransaction(database, (run) => run(CREATE_TABLE));
  await refuseUnknown(database, migrations);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await apply(database, migration)) applied.push(migration.name);
  }
  return applied;
}

async function apply(database: Database, { number, name, sql, checksum }: Migration): Promise<boolean> {
  return scriptTransaction(database, async (run) => {
    const claimed = await run(CLAIM, [number, name, checksum]);
    if (claimed.length === 0) return false;
    await run(sql);
    return true;
  }).catch((cause: unknown) => {
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : cause}`, { cause });
  });
}

async function refuseUnknown(database: Database, migrations: readonly Migration[]): Promise<void> {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  const applied = await database.db.selectFrom('schema_migrations').selectAll().orderBy('number').execute();
  for (const row of applied) {
    const migration = known.get(row.number);
    if (!migration) throw tooNew(row.name);
    if (migration.checksum !== row.checksum) throw edited(migration.name);
  }
}

function tooNew(name: string): AppError<'schema-too-new'> {
  const message = `The database was brought up to ${name} by a newer version of Kiegram. Start that version or a newer one; this one does not know the tables it would write to.`;
  return new AppError('schema-too-new', message, { values: { migration: name } });
}

function edited(name: string): AppError<'migration-edited'> {
  const message = `The migration ${name} was changed after it had been applied to this database. Restore the file and put the change into a new migration.`;
  return new AppError('migration-edited', message, { values: { migration: name } });
}
