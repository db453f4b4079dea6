import type { Transaction as PgliteTransaction } from '@electric-sql/pglite';
import type pg from 'pg';
import type { Database } from './database.ts';

/** Runs SQL text; several statements at once only without `values`. Resolves to the last rows. */
export type RunSql = (text: string, values?: unknown[]) => Promise<readonly unknown[]>;

/**
 * Runs whole SQL scripts in one transaction. Kysely cannot: on PGlite it sends one statement at a time.
 * Values come back as the driver gives them.
 */
export async function scriptTransaction<T>(database: Database, fn: (run: RunSql) => Promise<T>): Promise<T> {
  if (database.engine === 'pglite') return database.pglite.transaction((trx) => fn(runOnPglite(trx)));
  const client = await database.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await fn(runOnPostgres(client));
    await client.query('commit');
    return result;
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

function runOnPglite(trx: PgliteTransaction): RunSql {
  return async (text, values) => {
    if (values) return (await trx.query(text, values)).rows;
    return (await trx.exec(text)).at(-1)?.rows ?? [];
  };
}

function runOnPostgres(client: pg.PoolClient): RunSql {
  return async (text, values) => {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(text, values);
    return (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [];
  };
}

/** A connection that cannot even roll back is broken and must leave the pool. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
