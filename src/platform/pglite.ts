import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { CompiledQuery, Kysely, PGliteDialect } from 'kysely';
import type { Engine, OpenDatabaseOptions } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { keepDatabase, knownImage } from './pglite-image.ts';
import { guardDialect } from './transaction-guard.ts';
import { pgliteParsers } from './value-parsers.ts';

/** One connection needs no more; the default of 128 MB would all become resident memory in time. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const common = { parsers: pgliteParsers, startParams };
/** The image of a database right after initdb. */
const EMPTY = 'empty';

/**
 * Opens the embedded database in its folder, which is then this process's alone.
 *
 * @throws AppError `data-folder-in-use`
 */
export async function openPglite({ dataDir, image }: OpenDatabaseOptions): Promise<Engine> {
  if (dataDir === 'memory') return pgliteEngine(await create({}, image));
  const lock = lockFolder(dataDir);
  try {
    const engine = pgliteEngine(await openFolder(join(dataDir, 'database')));
    return { ...engine, close: () => engine.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Begins again where an earlier process ended while it was making the folder: nothing can be in it yet. */
async function openFolder(folder: string): Promise<PGlite> {
  const unfinished = `${folder}.unfinished`;
  if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
  if (existsSync(join(folder, 'PG_VERSION'))) return PGlite.create({ ...common, dataDir: folder });
  writeFileSync(unfinished, '');
  const pglite = await create({ dataDir: folder });
  rmSync(unfinished);
  return pglite;
}

/** A new database: from the image, from the one of an empty database, or by initdb, whose outcome is then kept. */
async function create(place: Pick<PGliteOptions, 'dataDir'>, image?: Blob): Promise<PGlite> {
  const content = image ?? (await knownImage(EMPTY));
  if (content) return PGlite.create({ ...common, ...place, loadDataDir: content });
  const pglite = await PGlite.create({ ...common, ...place });
  await keepDatabase(EMPTY, pglite);
  return pglite;
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
