import type { PGlite } from '@electric-sql/pglite';
import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import type { Logger } from './log.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import { insideTransaction } from './transaction-guard.ts';

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

/** One of the two engines, opened; what differs between them and nothing else. */
export type Engine =
  | { engine: 'postgres'; db: Db; pool: pg.Pool; url: string; close(): Promise<void> }
  | { engine: 'pglite'; db: Db; pglite: PGlite; close(): Promise<void> };

export interface DatabaseMethods extends AsyncDisposable {
  /**
   * Runs `fn` in one transaction: committed when it resolves, rolled back when it rejects.
   *
   * When the database gives up because of a deadlock or a serialization conflict, nothing has been
   * written and `fn` runs again, at most three times in all. So `fn` must touch nothing but `trx`;
   * what has to happen in the outside world goes into a queue job sent with the same `trx`.
   */
  transaction<T>(fn: (trx: Trx) => Promise<T>): Promise<T>;
  /** Closes all connections (and frees the data folder). May be called twice. */
  close(): Promise<void>;
}

/** The one database. `engine` tells which of `pool` or `pglite` is there, for the queue. */
export type Database = Engine & DatabaseMethods;

export interface OpenDatabaseOptions {
  /** `postgres://…`; left out → the embedded PGlite in `dataDir`. */
  url?: string | undefined;
  /** Folder of the embedded database, or `memory` for one that ends with the process. */
  dataDir: string | 'memory';
  /** Content for a database in memory: what `pglite.dumpDataDir()` of another one gave. */
  image?: Blob;
  log: Logger;
  /** How this process appears in `pg_stat_activity`. */
  applicationName?: string;
  /** Most connections to PostgreSQL at once; 10 when left out. */
  poolSize?: number;
}

/**
 * Opens the database and proves that it answers.
 *
 * Both engines give the same JavaScript values: int8 → number (RangeError beyond 2^53 − 1), numeric →
 * string, timestamptz → Date, date, timestamp and interval → string, json → parsed, bytea → Buffer;
 * the session's time zone is UTC. Write json as `JSON.stringify(value)`.
 *
 * @throws AppError `database-unreachable`, `data-folder-in-use`
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const engine =
    options.url === undefined ? await openPglite(options) : await openPostgres(options, options.url);
  return withMethods(engine);
}

/** Adds what is the same on both engines. */
export function withMethods(engine: Engine): Database {
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= engine.close();
    return closing;
  };
  return {
    ...engine,
    transaction: (fn) => retryConflicts(() => runTransaction(engine.db, fn)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Throws unless `db` is a transaction: for writes that must not be committed one by one. */
export function assertTransaction(db: Db | Trx): asserts db is Trx {
  if (!db.isTransaction)
    throw new Error('A transaction is needed here: call it inside database.transaction().');
}

async function runTransaction<T>(db: Db, fn: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => insideTransaction(() => fn(trx)));
}

const ATTEMPTS = 3;
/** serialization_failure, deadlock_detected */
const CONFLICTS = new Set(['40001', '40P01']);

async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CONFLICTS.has(String(error.code));
}
