import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { cachedImage, createLogger, dumpImage, migrate, openDatabase } from '#platform';
import { type EngineName, postgresUrl } from './engines.ts';
import { keepLog, logsAreKept } from './kept-logs.ts';

/** The project's own migrations. */
export const migrationsFolder = join(import.meta.dirname, '../../migrations');

/** A logger that says nothing here; a run that keeps its logs has all of it, with nothing cut out. */
export const silentLog = createLogger({
  level: logsAreKept ? 'debug' : 'silent',
  secrets: [],
  destination: { write: keepLog },
});

/** Any fixed number: one process at a time builds the PostgreSQL template. */
const TEMPLATE_LOCK = 7_305_002;

/** Changes whenever a migration changes, so that no test meets yesterday's schema. */
async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrationsFolder)).sort()) {
    if (/^\d.*\.sql$/.test(name)) hash.update(name).update(await readFile(join(migrationsFolder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** An address on the test server with another database name. */
export function urlOf(databaseName: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** Runs `fn` with a connection to the test server's own database. */
export async function withAdmin<T>(fn: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  try {
    return await fn(admin);
  } finally {
    await admin.end();
  }
}

/** Makes the migrated PostgreSQL template unless it is there; gives its name. */
export async function postgresTemplate(admin: pg.Client): Promise<string> {
  const name = `kiegram_template_${await migrationsHash()}`;
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await buildPostgresTemplate(admin, name);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
  return name;
}

/** Built under another name, so that a half-made template is never taken for a finished one. */
async function buildPostgresTemplate(admin: pg.Client, name: string): Promise<void> {
  const draft = `kiegram_draft_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${draft} template template0`);
  try {
    await using database = await openDatabase({ url: urlOf(draft), dataDir: 'memory', log: silentLog });
    await migrate(database, { folder: migrationsFolder });
  } catch (error) {
    await admin.query(`drop database ${draft} with (force)`);
    throw error;
  }
  await admin.query(`alter database ${draft} rename to ${name}`);
}

let image: Promise<Blob> | undefined;

/** The migrated PGlite as a file image: loading it is several times faster than starting empty. */
export function pgliteImage(): Promise<Blob> {
  image ??= migrationsHash().then((hash) => cachedImage(hash, migratedImage));
  return image;
}

async function migratedImage(): Promise<Blob> {
  await using database = await openDatabase({ dataDir: 'memory', log: silentLog });
  await migrate(database, { folder: migrationsFolder });
  if (database.engine !== 'pglite') throw new Error('Expected the embedded engine');
  return await dumpImage(database.pglite);
}

/** Makes both templates now, so that test files starting side by side need not each do it. */
export async function prepareTemplates(engines: readonly EngineName[]): Promise<void> {
  await pgliteImage();
  if (engines.includes('postgres')) await withAdmin(postgresTemplate);
}

/**
 * Removes the templates, and what runs that were killed more than an hour ago left behind. A run beside
 * this one makes its template again.
 */
export async function sweepDatabases(): Promise<void> {
  await withAdmin(async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where
      datname like 'kiegram\\_template\\_%' or (datname ~ '^kiegram_test_[0-9]+_' and
      to_timestamp(split_part(datname, '_', 3)::bigint) < now() - interval '1 hour' and
      not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname))`);
    for (const { datname } of rows) await admin.query(`drop database if exists ${datname} with (force)`);
  });
}
