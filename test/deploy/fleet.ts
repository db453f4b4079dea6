import type { Database } from '#platform';
import { createKieSim, createTelegramSim, type KieSim, type TelegramSim } from '#sim';
import { Product } from '../crashes/product.ts';
import { testDatabase } from '../kit/index.ts';
import { createTcpProxy, type TcpProxy } from '../kit/tcp-proxy.ts';

/** No secrets: they open nothing but the simulators. */
export const BOT_TOKEN = '1000001:fleet-token-that-opens-nothing-at-all';
const SPEEDS = { image: 800, video: 800, audio: 800, data: 800 };

/** Any number of real processes on one PostgreSQL, between simulators that see what all of them do. */
export interface Fleet extends AsyncDisposable {
  kie: KieSim;
  telegram: TelegramSim;
  database: Database;
  /** The wire to PostgreSQL of processes that are started with `throughWire`. */
  wire: TcpProxy;
  /** What the world knows as PUBLIC_URL: leads to `balancer.targets`. */
  balancer: TcpProxy;
  /** What a process of the fleet is started with. */
  settings(): Record<string, string>;
  /** Another process with these settings, not started yet. */
  instance(options?: { role?: string; env?: Record<string, string>; throughWire?: true }): Promise<Product>;
}

export async function openFleet(): Promise<Fleet> {
  await using opened = new AsyncDisposableStack();
  const kie = opened.use(
    await createKieSim({
      apiKeys: ['fleet-key'],
      webhookHmacKey: 'fleet-hmac',
      speeds: SPEEDS,
      credits: 1e6,
    }),
  );
  const bot = { token: BOT_TOKEN, username: 'kiegram_fleet_bot', first_name: 'Kiegram' };
  const telegram = opened.use(await createTelegramSim({ bots: [bot] }));
  const database = opened.use(await testDatabase('postgres'));
  if (database.engine !== 'postgres') throw new Error('Expected PostgreSQL');
  const { hostname, port } = new URL(database.url);
  const wire = opened.use(await createTcpProxy([{ host: hostname, port: Number(port || 5432) }]));
  const balancer = opened.use(await createTcpProxy([]));
  const wired = new URL(database.url);
  wired.port = String(wire.port);
  const products: Product[] = [];
  opened.defer(async () => {
    for (const product of products) product.kill();
    await Promise.all(products.map((product) => product.death(5_000)));
  });
  const settings = () => ({
    DATABASE_URL: database.url,
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    KIE_API_KEY: 'fleet-key',
    KIE_WEBHOOK_HMAC_KEY: 'fleet-hmac',
    TELEGRAM_WEBHOOK_SECRET: 'fleet-webhook-secret',
    TELEGRAM_API_ROOT: telegram.url,
    KIE_API_BASE_URL: kie.url,
    KIE_UPLOAD_BASE_URL: kie.uploadUrl,
    PUBLIC_URL: `http://127.0.0.1:${balancer.port}`,
    PENDING_UPDATES: 'keep',
    SINGLETON_CONFLICT: 'standby',
    START_CREDITS: '100000',
    LOG_LEVEL: 'info',
  });
  const simulators = opened.move();
  return {
    ...{ kie, telegram, database, wire, balancer },
    settings,
    async instance({ role = 'all', env = {}, throughWire } = {}) {
      const wire = throughWire ? { DATABASE_URL: wired.href } : {};
      const product = await Product.on(() => ({ ...settings(), ...wire, ...env }), ['start', '--role', role]);
      products.push(product);
      return product;
    },
    [Symbol.asyncDispose]: () => simulators.disposeAsync(),
  };
}

/** Resolves with the seconds until `look` says yes. @throws Error after `limitMs` */
export async function secondsUntil(
  look: () => Promise<boolean> | boolean,
  limitMs = 60_000,
): Promise<number> {
  const from = performance.now();
  while (!(await look())) {
    if (performance.now() - from > limitMs) throw new Error(`Not within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (performance.now() - from) / 1000;
}
