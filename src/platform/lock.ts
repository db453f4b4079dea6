import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Clock, systemClock } from './clock.ts';
import type { Logger } from './log.ts';
import { databasePlace } from './postgres.ts';

/** Held for the whole run; there is at most one per key and database. */
export interface SingletonLock extends AsyncDisposable {
  /**
   * Whether it is still ours, also after this process was frozen for longer than the heartbeat's patience: asks the
   * database when it was not asked lately.
   */
  stillHeld(): Promise<boolean>;
  /** Gives it back; `onLost` is not called any more. */
  release(): Promise<void>;
}

export interface SingletonOptions {
  /**
   * PostgreSQL, directly and not through a pooler in transaction mode, which would lose the lock without
   * a word. Left out for the embedded database: whoever has its folder open is the only one already.
   */
  databaseUrl?: string | undefined;
  /** From {@link singletonKey}. */
  key: bigint;
  log: Logger;
  /** Called once, as soon as the lock may belong to somebody else: stop at once what it protects. */
  onLost: (reason: Error) => void;
  heartbeat?: { everyMs: number; timeoutMs: number };
}

/** Together less than five seconds: no longer may a lock be gone without its holder's knowing. */
const HEARTBEAT = { everyMs: 2000, timeoutMs: 2500 };
const CONNECT_TIMEOUT_MS = 10_000;
/** Frees the lock of a host that vanished within 25 s; the server's own default is two hours. */
const SERVER_KEEPALIVE =
  'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';
const STANDBY = { leastMs: 1000, spreadMs: 1000 };

/** The lock's key: the first 64 bits of the SHA-256 of the bot token, as a signed bigint. */
export function singletonKey(botToken: string): bigint {
  return createHash('sha256').update(botToken).digest().readBigInt64BE(0);
}

/**
 * Tries once to become the only holder of `key`, on a connection of its own that stays open for the whole
 * run and proves every two seconds that it is alive.
 *
 * @returns null when another process holds it
 * @throws the driver's error when the database cannot be asked: that is not the same as "held"
 */
export async function acquireSingleton(options: SingletonOptions): Promise<SingletonLock | null> {
  const { databaseUrl, key, log } = options;
  if (databaseUrl === undefined) return folderIsTheLock();
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'kiegram singleton',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  const hold = watch(client, options);
  try {
    await client.connect();
    await client.query(SERVER_KEEPALIVE);
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [key]);
    if (rows[0]?.held !== true) return await hold.end().then(() => null);
  } catch (error) {
    await hold.end();
    throw error;
  }
  log.info({ database: databasePlace(databaseUrl) }, 'this process is the only one that serves the bot');
  hold.begin();
  return { stillHeld: hold.stillHeld, release: hold.end, [Symbol.asyncDispose]: hold.end };
}

/**
 * Waits until `key` is free and takes it, asking every one to two seconds. A database that does not
 * answer is logged and asked again.
 *
 * @throws the signal's reason once it is aborted
 */
export async function waitForSingleton(
  options: SingletonOptions,
  { signal, clock = systemClock }: { signal: AbortSignal; clock?: Clock },
): Promise<SingletonLock> {
  for (;;) {
    signal.throwIfAborted();
    const lock = await acquireSingleton(options).catch((err: unknown) => {
      options.log.warn({ err }, 'the database cannot be asked for the singleton lock; trying again');
      return null;
    });
    if (lock) return lock;
    await clock.sleep(STANDBY.leastMs + Math.random() * STANDBY.spreadMs, signal);
  }
}

/** Who holds `key` in the database now, for reports; null: nobody. */
export async function singletonHolder(
  databaseUrl: string,
  key: bigint,
): Promise<{ address: string; since: Date } | null> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ address: string; since: Date }>(HOLDER, [key]);
    return rows[0] ?? null;
  } finally {
    await client.end();
  }
}

/** A bigint key is split into two halves; objsubid 1 says that it was one bigint. */
const HOLDER = `
select coalesce(host(a.client_addr), 'this machine') as address, a.backend_start as since
from pg_locks l join pg_stat_activity a using (pid)
where l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.database = (select oid from pg_database where datname = current_database())
  and (l.classid::bigint << 32 | l.objid::bigint) = $1`;

/** Watches the lock's connection: any sign of trouble after `begin` means the lock is lost. */
function watch(client: pg.Client, { onLost, log, heartbeat = HEARTBEAT }: SingletonOptions) {
  let state: 'preparing' | 'held' | 'over' = 'preparing';
  let timer: NodeJS.Timeout | undefined;
  let provenAt = 0;

  const prove = async () => {
    await beat(client, heartbeat.timeoutMs);
    provenAt = performance.now();
  };
  const lose = (reason: Error) => {
    if (state !== 'held') return;
    state = 'over';
    clearInterval(timer);
    log.error({ err: reason }, 'the singleton lock is lost');
    onLost(reason);
    endQuietly(client, log);
  };
  client.on('error', lose);
  client.on('end', () => lose(new Error('the connection that held the singleton lock has ended')));

  return {
    begin() {
      state = 'held';
      provenAt = performance.now();
      timer = setInterval(() => prove().catch(lose), heartbeat.everyMs);
    },
    async stillHeld() {
      const silentMs = performance.now() - provenAt;
      if (state === 'held' && silentMs > heartbeat.everyMs + heartbeat.timeoutMs) await prove().catch(lose);
      return state === 'held';
    },
    async end() {
      state = 'over';
      clearInterval(timer);
      await client.end();
    },
  };
}

/** A half-open connection looks alive until it is asked something. */
async function beat(client: pg.Client, timeoutMs: number): Promise<void> {
  const { promise: timeout, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no heartbeat for ${timeoutMs} ms`)), timeoutMs);
  try {
    await Promise.race([client.query('select 1'), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function endQuietly(client: pg.Client, log: Logger): void {
  client.end().catch((err: unknown) => log.debug({ err }, 'closing the lost connection failed'));
}

function folderIsTheLock(): SingletonLock {
  const release = () => Promise.resolve();
  return { stillHeld: async () => true, release, [Symbol.asyncDispose]: release };
}
