import { join } from 'node:path';
import { createHttpApp, type HttpParts, type HttpServer, listen } from '#http';
import { type Clock, createLogger, type Database, type Logger, systemClock } from '#platform';
import { assertNoForeignWebhook } from '#telegram';
import type { Config, Secrets } from './config.ts';
import { buildDesk, deskUrl } from './desk.ts';
import { type DiskGuard, guardDisk } from './disk-guard.ts';
import { keepHeartbeat } from './heartbeat.ts';
import { keepDumps } from './keep-dumps.ts';
import { createMetrics, logMoves, type Metrics } from './metrics.ts';
import { buildMiniApp, miniAppUrl } from './mini-app.ts';
import { type Duties, dutiesOf } from './roles.ts';
import { buildRooms, type Rooms } from './rooms.ts';
import { runTimers } from './timers.ts';
import type { Tracing } from './tracing.ts';
import { createUpdates, ownWebhook, type Updates } from './updates.ts';

/** The running product. */
export interface App extends AsyncDisposable {
  /** Address of the HTTP server on this machine. */
  url: string;
  rooms: Rooms;
  /** Blanks this product's secrets. */
  log: Logger;
  /**
   * Resolves when the product has ended by itself: `conflict` when another instance holds the singleton and
   * SINGLETON_CONFLICT=exit says to leave. Rejects when a part of it fails for good, e.g. a refused bot token.
   */
  ended: Promise<'stopped' | 'conflict'>;
  /** Finishes what is short, leaves the rest to the next process. May be called twice. */
  stop(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  secrets: Secrets;
  clock?: Clock;
  log?: Logger;
  /** An opened database of a test; the app closes it. */
  database?: Database;
}

/** Starts everything: first the port, then the rooms, then the work, and updates at last. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, secrets, clock = systemClock } = options;
  const duties = dutiesOf(config.role, config);
  const log = options.log ?? createLogger({ level: config.logLevel, secrets: secretTexts(config, secrets) });
  let rooms: Rooms | null = null;
  let updates: Updates | null = null;
  let miniApp: HttpParts['miniApp'] = null;
  let desk: HttpParts['desk'] = null;
  let metrics: Metrics | null = null;
  let tracing: Tracing | null = null;
  let disk: DiskGuard | null = null;
  const server = await listen(
    createHttpApp(() => ({
      log,
      readiness: disk?.hasRoom() === false ? noRoom : (updates?.readiness() ?? starting),
      kieCallback:
        duties.serves && rooms
          ? { log, hmacKey: secrets.kieHmacKey, receive: rooms.generations.receiveCallback }
          : null,
      miniApp: duties.serves ? miniApp : null,
      desk: duties.serves ? desk : null,
      telegramWebhook:
        updates?.handleUpdate && secrets.webhookSecret !== null
          ? { secret: secrets.webhookSecret, handleUpdate: updates.handleUpdate }
          : null,
      metrics:
        metrics && secrets.metricsToken !== null ? { token: secrets.metricsToken, text: metrics.text } : null,
    })),
    config.http,
  );
  try {
    if (config.traces) tracing = await traceInto(config, log);
    if (duties.receives) await protectWebhook({ config, secrets, clock, log });
    disk = await guardDisk(options.database ? { ...config.database, dataDir: 'memory' } : config.database);
    rooms = await buildRooms({
      ...options,
      hasRoom: disk.hasRoom,
      config,
      secrets,
      clock,
      log,
      callbackBase: callbackBase(config, server),
      miniAppUrl: miniAppUrl(config, server.url, log),
      deskUrl: deskUrl(config, server.url),
    });
    miniApp = buildMiniApp({ config, secrets, rooms, clock, log });
    desk = buildDesk({ config, secrets, rooms, clock, log });
    tellOfMoney(config, rooms.database, log);
    updates = createUpdates({ config, secrets, clock, log, rooms }, duties.receives);
    if (secrets.metricsToken !== null) metrics = createMetrics({ ...rooms, ...updates });
    return await run({ config, clock, log, server, rooms, updates, duties, metrics, tracing, disk });
  } catch (error) {
    await tracing?.stop();
    await rooms?.database.close();
    await server.close();
    throw error;
  }
}

/** Loaded here alone: who wants no traces does not pay for their packages. */
async function traceInto({ traces, role }: Config, log: Logger): Promise<Tracing | null> {
  const { startTracing } = await import('./tracing.ts');
  return traces && startTracing(traces, role, log);
}

/** Before anything else: a database that is brought up to date, or commands announced, would be harm enough. */
async function protectWebhook({
  config,
  secrets,
  clock,
  log,
}: Required<Pick<AppOptions, 'config' | 'secrets' | 'clock' | 'log'>>) {
  const { mode, apiRoot, protectWebhook: wanted } = config.telegram;
  if (!wanted || mode === 'webhook') return;
  await assertNoForeignWebhook({ token: secrets.botToken, apiRoot }, { own: ownWebhook(config), clock, log });
}

/** The sandbox's kie.ai is on this machine, so it reaches us without a public address. */
function callbackBase({ mode, http }: Config, server: HttpServer): string | null {
  return http.publicUrl ?? (mode === 'sandbox' ? server.url : null);
}

function secretTexts(config: Config, secrets: Secrets): string[] {
  const password = config.database.url === undefined ? '' : new URL(config.database.url).password;
  const all = [
    secrets.botToken,
    secrets.kieApiKey,
    secrets.webhookSecret,
    secrets.kieHmacKey,
    secrets.metricsToken,
    password,
    ...headerValues(secrets.traceHeaders ?? ''),
  ];
  return all.filter((text) => text !== null && text !== '') as string[];
}

/** Of `name=value,name=value`, as they are and as the header shows them. */
function headerValues(text: string): string[] {
  const values = text.split(',').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
  return values.flatMap((value) => [value, decodeURIComponent(value)]);
}

/** What the operator has to know about payments on this database, said at every start. */
function tellOfMoney({ mode, payments }: Config, { engine }: Database, log: Logger): void {
  if (mode === 'sandbox' || engine !== 'pglite') return;
  log.warn(
    'The embedded database (PGlite) does not fsync: a power cut may lose what was written last. DATABASE_URL names a PostgreSQL that keeps it',
  );
  if (payments.withheld) {
    log.warn(
      'Star packs are not offered: real payments on the embedded database need ALLOW_EMBEDDED_PAYMENTS=1',
    );
  }
}

/** The embedded database may lose its files in a power cut, so what it holds is written out each hour. */
async function dumpEmbedded({ config, rooms: { database }, clock, log }: Parts, signal: AbortSignal) {
  const { dataDir } = config.database;
  if (database.engine !== 'pglite' || dataDir === 'memory') return;
  await keepDumps({ database, folder: join(dataDir, 'dumps'), clock, log }, signal);
}

interface Parts {
  config: Config;
  clock: Clock;
  log: Logger;
  server: HttpServer;
  rooms: Rooms;
  updates: Updates;
  duties: Duties;
  metrics: Metrics | null;
  tracing: Tracing | null;
  disk: DiskGuard;
}

const starting = { ready: false, state: 'starting' };
const noRoom = { ready: false, state: 'disk-full' };

async function run(parts: Parts): Promise<App> {
  const { clock, log, server, rooms, updates, duties } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  const quiet = logMoves(parts.log);
  const { queue, telegram } = rooms;
  const admitted = await updates.admit();
  const nothing = Promise.resolve();
  if (admitted) await queue.start();
  const works = admitted && duties.works;
  const working = works ? rooms.work(signal) : nothing;
  const following = admitted ? rooms.terms.follow(signal) : nothing;
  const watching = works ? rooms.watchProvider(signal) : nothing;
  const receiving = admitted ? updates.receive(signal) : nothing;
  const { leads } = updates;
  const { reconcilePayments } = telegram;
  const timing = admitted ? runTimers({ leads, reconcilePayments, clock }, signal) : nothing;
  const dumping = admitted ? dumpEmbedded(parts, signal) : nothing;
  const { database, alert } = rooms;
  const guarding = admitted ? parts.disk.watch({ clock, log: parts.log, alert }, signal) : nothing;
  const { role } = parts.config;
  const living = admitted
    ? keepHeartbeat({ ...updates, database, role, clock, log: parts.log }, signal)
    : nothing;
  const close = once(async () => {
    stopping.abort();
    await inTime(
      parts,
      endInOrder(parts, [receiving, timing], [working, watching, following, dumping, guarding, living]),
    );
    quiet();
  });
  const stopped = Promise.withResolvers<'stopped'>();
  const everything = Promise.all([
    ...[receiving, timing, working, watching],
    ...[following, dumping, guarding, living],
  ]);
  return {
    url: server.url,
    rooms,
    log,
    ended: admitted
      ? Promise.race([stopped.promise, everything.then(() => stopped.promise)])
      : Promise.resolve('conflict'),
    async stop() {
      await close();
      stopped.resolve('stopped');
    },
    [Symbol.asyncDispose]: close,
  };
}

/** First what comes in, so that a successor may have it; then the work; the ground at last. */
async function endInOrder(
  { log, server, rooms: { queue, database }, updates, metrics, tracing }: Parts,
  incoming: Promise<void>[],
  work: Promise<void>[],
): Promise<void> {
  await Promise.allSettled(incoming);
  await updates.release();
  await Promise.allSettled(work);
  await queue.stop({ graceful: true, timeoutMs: 8_000 });
  await server.close();
  metrics?.[Symbol.dispose]();
  await tracing?.stop();
  await database.close();
  log.info('stopped');
}

/** Less than the 30 s that platforms give before they kill; what is left over goes on from its rows. */
const STOP_WITHIN_MS = 25_000;

async function inTime({ log }: Parts, ending: Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    log.warn('This process did not end in time: what is left goes on in the next one');
    resolve();
  }, STOP_WITHIN_MS);
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
