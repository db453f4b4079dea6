import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Database, openDatabase } from '#platform';
import { createKieSim, createTelegramSim, type KieSim, type TelegramSim } from '#sim';
import { type EngineName, silentLog, testDatabase } from '../kit/index.ts';
import { pgliteImage } from '../kit/template.ts';
import { Product } from './product.ts';

/** No secrets: they open nothing but the simulators. */
const BOT_TOKEN = '1000001:crash-token-that-opens-nothing-at-all';
const KIE_KEY = 'crash-key';
const HMAC_KEY = 'crash-hmac-key';
export const START_CREDITS = 100;
const OPERATOR_ID = 400_001;
export const PACK = { stars: 100, credits: 200 };
const SPEEDS = { image: 800, video: 800, audio: 800, data: 800 };

/** The product as a process, between simulators that live through its deaths and count what really happened. */
export interface Arena extends AsyncDisposable {
  engine: EngineName;
  kie: KieSim;
  telegram: TelegramSim;
  product: Product;
  /** Who may give Stars back and hears of alerts. */
  operator: ReturnType<TelegramSim['people']['join']>;
  /** Hears each call that a simulator has carried out and not answered yet, e.g. `telegram sendPhoto 200`. */
  onCall(listener: (line: string) => void): () => void;
  /** Looks into the database. The embedded one belongs to one process: the product is stopped for that. */
  look<T>(read: (database: Database) => Promise<T>): Promise<T>;
}

/** `folder`: where an embedded database lives, which is made and removed; a new one by itself. */
export async function openArena(engine: EngineName, folder?: string): Promise<Arena> {
  const listeners = new Set<(line: string) => void>();
  const hear = (whose: string) => (line: string) => {
    for (const listener of listeners) listener(`${whose} ${line}`);
  };
  const kie = await createKieSim({
    apiKeys: [KIE_KEY],
    webhookHmacKey: HMAC_KEY,
    speeds: SPEEDS,
    credits: 1_000_000,
    log: hear('kie.ai'),
  });
  const bot = { token: BOT_TOKEN, username: 'kiegram_crash_bot', first_name: 'Kiegram' };
  const telegram = await createTelegramSim({ bots: [bot], log: hear('telegram') });
  const operator = telegram.people.join({ id: OPERATOR_ID, first_name: 'Operator' });
  operator.send('/start');
  const store = await openStore(engine, folder);
  const product = await Product.on((port) => ({
    ...store.env,
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    KIE_API_KEY: KIE_KEY,
    KIE_WEBHOOK_HMAC_KEY: HMAC_KEY,
    TELEGRAM_API_ROOT: telegram.url,
    KIE_API_BASE_URL: kie.url,
    KIE_UPLOAD_BASE_URL: kie.uploadUrl,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PENDING_UPDATES: 'keep',
    SINGLETON_CONFLICT: 'standby',
    START_CREDITS: String(START_CREDITS),
    ADMIN_IDS: String(OPERATOR_ID),
    STAR_PACKS: `${PACK.stars}:${PACK.credits}`,
    // As many credits as the pack, so that every payment counts the same.
    STAR_SUBSCRIPTION: `${PACK.stars + 1}:${PACK.credits}`,
    ALLOW_EMBEDDED_PAYMENTS: '1',
    LOG_LEVEL: 'warn',
  }));
  return {
    engine,
    kie,
    telegram,
    product,
    operator,
    onCall(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async look(read) {
      if (engine === 'pglite') await product.stop();
      return store.look(read);
    },
    async [Symbol.asyncDispose]() {
      product.kill();
      await product.death(5_000);
      await telegram.close();
      await kie.close();
      await store.close();
    },
  };
}

interface Store {
  env: Record<string, string>;
  look: Arena['look'];
  close(): Promise<void>;
}

async function openStore(engine: EngineName, folder?: string): Promise<Store> {
  return engine === 'postgres' ? postgresStore() : pgliteStore(folder);
}

async function postgresStore(): Promise<Store> {
  const database = await testDatabase('postgres');
  if (database.engine !== 'postgres') throw new Error('Expected PostgreSQL');
  return {
    env: { DATABASE_URL: database.url },
    look: (read) => read(database),
    close: () => database.close(),
  };
}

/** A folder that holds the migrated schema already. */
async function pgliteStore(folder?: string): Promise<Store> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'kiegram-crash-')));
  const migrated = await PGlite.create({
    dataDir: join(dataDir, 'database'),
    loadDataDir: await pgliteImage(),
  });
  await migrated.close();
  return {
    env: { DATA_DIR: dataDir },
    async look(read) {
      await using database = await openDatabase({ dataDir, log: silentLog });
      return await read(database);
    },
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
}
