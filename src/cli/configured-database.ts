import { withOperator as openOperator, toConfig } from '#app';
import type { Actor, Operator } from '#operator';
import { createLogger, type Database, migrate, openDatabase } from '#platform';
import { migrationsFolder, readEnv } from '#settings';

/**
 * Opens the database that the settings name, brings it up to date, and closes it afterwards. The embedded one
 * belongs to one process: the bot must be stopped for that.
 *
 * @throws AppError `database-unreachable`, `data-folder-in-use`
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { database: where } = toConfig(readEnv(process.env), 'real');
  const log = createLogger({ level: 'silent', secrets: [] });
  await using database = await openDatabase({ ...where, log, applicationName: 'kiegram-cli' });
  await migrate(database, { folder: migrationsFolder });
  return await work(database);
}

/** Whoever has the terminal has the whole installation. */
export const atTerminal: Actor = { via: 'cli', adminId: null };

/** The operator's functions on that database, with their audit log. Errors as of {@link withDatabase}. */
export async function withOperator<T>(work: (operator: Operator) => Promise<T>): Promise<T> {
  const env = readEnv(process.env);
  return withDatabase((database) => openOperator(env, database, work));
}
