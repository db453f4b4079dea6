import { describe } from 'node:test';
import pg from 'pg';

export type EngineName = 'pglite' | 'postgres';

/** Whether the PostgreSQL for tests answers: its version, or why not. */
export type PostgresProbe = { url: string; version: string } | { url: string; reason: string };

const LOCAL_DEFAULT = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Where tests look for PostgreSQL. The role must be allowed to create databases. */
export const postgresUrl = process.env.TEST_DATABASE_URL ?? LOCAL_DEFAULT;

/** Asks the PostgreSQL for tests for its version, waiting two seconds at most. */
export async function probePostgres(url: string = postgresUrl): Promise<PostgresProbe> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    );
    return { url, version: String(rows[0]?.version).split(' ')[0] ?? '' };
  } catch (error) {
    return { url, reason: error instanceof Error ? error.message || error.name : String(error) };
  } finally {
    await client.end();
  }
}

const probe = await probePostgres();

/** The engines that tests run on: PGlite always, PostgreSQL when one answers. */
export const engines: readonly EngineName[] = 'version' in probe ? ['pglite', 'postgres'] : ['pglite'];

/** Declares the same tests for each engine; a missing PostgreSQL shows as one skipped suite. */
export function onEachEngine(declare: (engine: EngineName) => void): void {
  describe('on PGlite', () => declare('pglite'));
  const skip = 'reason' in probe ? `no PostgreSQL: ${probe.reason}` : false;
  describe('on PostgreSQL', { skip }, () => declare('postgres'));
}

/**
 * Declares tests for PostgreSQL, or for PGlite where none answers: for stories about what people see and what
 * other services answer, which no engine changes. Whatever is about money, restarts, races or SQL itself runs
 * on each.
 */
export function onOneEngine(declare: (engine: EngineName) => void): void {
  if ('version' in probe) describe('on PostgreSQL', () => declare('postgres'));
  else describe('on PGlite', () => declare('pglite'));
}
