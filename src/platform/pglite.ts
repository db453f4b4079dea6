import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, Kysely, PGliteDialect } from 'kysely';
import type { Engine, OpenDatabaseOptions } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { guardDialect } from './transaction-guard.ts';
import { pgliteParsers } from './value-parsers.ts';

/**
 * Opens the embedded database in its folder, which is then this process's alone.
 *
 * @throws AppError `data-folder-in-use`
 */
export async function openPglite({ dataDir, image }: OpenDatabaseOptions): Promise<Engine> {
  if (dataDir === 'memory') {
    const content = image ? { loadDataDir: image } : {};
    return pgliteEngine(await PGlite.create({ parsers: pgliteParsers, ...content }));
  }
  const lock = lockFolder(dataDir);
  try {
    const pglite = await PGlite.create({ dataDir: join(dataDir, 'database'), parsers: pgliteParsers });
    const engine = pgliteEngine(pglite);
    return { ...engine, close: () => engine.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Wraps a running PGlite made with {@link pgliteParsers}. */
export function pgliteEngine(pglite: PGlite): Engine {
  const dialect = new PGliteDialect({
    pglite,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`set time zone 'UTC'`));
    },
  });
  const db = new Kysely<Tables>({ dialect: guardDialect(dialect, { oneConnection: true }) });
  return { engine: 'pglite', db, pglite, close: () => pglite.close() };
}
