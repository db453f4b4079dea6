import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '#platform';
import type { EngineName } from './engines.ts';
import { pgliteImage, postgresTemplate, silentLog, urlOf, withAdmin } from './template.ts';

/**
 * A private, migrated database that nobody else sees. Closing it removes it.
 *
 * It takes about 0.1 s on PostgreSQL and one second on PGlite: share one among the tests of a file
 * when they do not disturb each other.
 *
 * @example await using database = await testDatabase(engine);
 */
export async function testDatabase(engine: EngineName): Promise<Database> {
  if (engine === 'pglite') {
    return openDatabase({ dataDir: 'memory', image: await pgliteImage(), log: silentLog });
  }
  const name = `kiegram_test_${Math.floor(Date.now() / 1000)}_${randomBytes(6).toString('hex')}`;
  await createFromTemplate(name);
  const database = await openDatabase({ url: urlOf(name), dataDir: 'memory', log: silentLog, poolSize: 5 });
  return removedOnClose(database, name);
}

/** A database of its own without any table, for tests of the schema machinery itself. */
export async function emptyDatabase(engine: EngineName): Promise<Database> {
  if (engine === 'pglite') return openDatabase({ dataDir: 'memory', log: silentLog });
  const name = `kiegram_test_${Math.floor(Date.now() / 1000)}_${randomBytes(6).toString('hex')}`;
  await withAdmin((admin) => admin.query(`create database ${name} template template0`));
  return removedOnClose(await openDatabase({ url: urlOf(name), dataDir: 'memory', log: silentLog }), name);
}

/** invalid_catalog_name: the run beside this one ended and swept the template away. */
const TEMPLATE_GONE = '3D000';

async function createFromTemplate(name: string): Promise<void> {
  await withAdmin(async (admin) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await admin.query(`create database ${name} template ${await postgresTemplate(admin)}`);
        return;
      } catch (error) {
        const gone = error instanceof Error && 'code' in error && error.code === TEMPLATE_GONE;
        if (!gone || attempt === 3) throw error;
      }
    }
  });
}

function removedOnClose(database: Database, name: string): Database {
  const close = async () => {
    await database.close();
    await withAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
  };
  return { ...database, close, [Symbol.asyncDispose]: close };
}
