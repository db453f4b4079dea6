import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Engine, OpenDatabaseOptions } from './database.ts';
import { AppError } from './errors.ts';
import { guardDialect } from './transaction-guard.ts';
import { postgresTypes } from './value-parsers.ts';

/** A transaction whose process hangs may not keep its row locks for ever. */
const IDLE_IN_TRANSACTION = '60s';
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens a pool to PostgreSQL and asks it one question.
 *
 * @throws AppError `database-unreachable`
 */
export async function openPostgres(options: OpenDatabaseOptions, url: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'kiegram',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: postgresTypes,
  });
  pool.on('error', (err) =>
    options.log.warn({ err: withoutClient(err) }, 'an idle database connection was lost'),
  );
  // The pool listens to idle connections alone: an error of one in use would end the process. Its query is told anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  await provePool(pool, url);
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      const settings = `set time zone 'UTC'; set idle_in_transaction_session_timeout = '${IDLE_IN_TRANSACTION}'`;
      await connection.executeQuery(CompiledQuery.raw(settings));
    },
  });
  const db = new Kysely<Tables>({ dialect: guardDialect(dialect, { oneConnection: false }) });
  return { engine: 'postgres', db, pool, url, close: () => pool.end() };
}

/** The pool hangs the whole connection onto its error, far too much for a log. */
function withoutClient({ message, stack }: Error): { message: string; stack?: string | undefined } {
  return { message, stack };
}

async function provePool(pool: pg.Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    const place = databasePlace(url);
    throw new AppError('database-unreachable', `PostgreSQL at ${place} does not answer: ${reason(error)}`, {
      values: { place },
      cause: error,
    });
  }
}

/** Host, port and database name of a URL, without user and password, for messages. */
export function databasePlace(url: string): string {
  if (!URL.canParse(url)) return '(the address in DATABASE_URL is not a URL)';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
