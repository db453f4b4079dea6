import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dialect, Driver } from 'kysely';

const current = new AsyncLocalStorage<{ open: boolean }>();

/** Runs `fn` marked as being inside a transaction; the mark ends with it, even for work it left behind. */
export async function insideTransaction<T>(fn: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await current.run(mark, fn);
  } finally {
    mark.open = false;
  }
}

/**
 * Refuses work that needs a second connection while the caller holds one in a transaction: on PGlite
 * it would wait for itself for ever, on PostgreSQL it would see data from outside the transaction.
 */
export function assertOutsideTransaction(): void {
  if (current.getStore()?.open) {
    throw new Error(
      'The outer database was used inside a transaction. Pass the transaction (trx) down and use it instead of db.',
    );
  }
}

/**
 * Makes a dialect refuse a second connection inside a transaction, at once. With `oneConnection` the
 * users of the only connection take turns here: Kysely's own turn-taking would come first and
 * deadlock before anything could be refused.
 */
export function guardDialect(dialect: Dialect, { oneConnection }: { oneConnection: boolean }): Dialect {
  return {
    createAdapter: () =>
      Object.defineProperty(dialect.createAdapter(), 'supportsMultipleConnections', { value: true }),
    createDriver: () => guardDriver(dialect.createDriver(), oneConnection ? createTurns() : undefined),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function guardDriver(driver: Driver, turns?: Turns): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  const release = driver.releaseConnection.bind(driver);
  driver.acquireConnection = async (options) => {
    assertOutsideTransaction();
    await turns?.take();
    return acquire(options).catch((error: unknown) => {
      turns?.pass();
      throw error;
    });
  };
  driver.releaseConnection = async (connection, options) => {
    await release(connection, options).finally(() => turns?.pass());
  };
  return driver;
}

interface Turns {
  take(): Promise<void>;
  pass(): void;
}

function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let finish: () => void = () => undefined;
  return {
    async take() {
      const previous = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await previous;
      finish = resolve;
    },
    pass: () => finish(),
  };
}
