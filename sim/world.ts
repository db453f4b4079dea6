import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setImmediate as everybodyElse } from 'node:timers/promises';
import { type App, type AppOptions, startApp, toConfig } from '#app';
import { readEnv } from '#settings';
import { createKieSim, type KieSim, type KieSimOptions } from './kie/index.ts';
import { createTelegramSim, type TelegramSim, type TelegramSimOptions } from './telegram/index.ts';
import { createWorldClock, type WorldClock } from './world-clock.ts';

/** The whole product between a simulated Telegram and a simulated kie.ai, in one process. */
export interface World extends AsyncDisposable {
  app: App;
  telegram: TelegramSim;
  kie: KieSim;
  clock: WorldClock;
  /**
   * Resolves when nothing is under way any more: no job, no task at kie.ai, no open generation. Time is moved
   * forward where only time is missing. @throws Error after a virtual day with something still open
   */
  settle(): Promise<void>;
  /** Stops the product and starts it again on the same database, as a deploy does. */
  restart(): Promise<void>;
}

export interface WorldOptions {
  /** Settings as the environment gives them; addresses and secrets are the world's own. */
  env?: Record<string, string | undefined>;
  /** Where the chat page listens; 0 takes a free port. */
  port?: number;
  kie?: KieSimOptions;
  telegram?: Partial<TelegramSimOptions>;
  /** Opens the database on every start; without it an embedded one in memory. */
  openDatabase?: () => Promise<NonNullable<AppOptions['database']>>;
  log?: AppOptions['log'];
  /** Makes Telegram bring the updates by webhook, with this secret, instead of being polled. */
  webhookSecret?: string;
}

/** No secrets: they open nothing but the simulators. */
const botToken = '1000001:sandbox-token-that-opens-nothing-at-all';
const kieApiKey = 'sim-key';
const hmacKey = 'sandbox-hmac-key';

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = createWorldClock();
  await using opened = new AsyncDisposableStack();
  const kie = opened.use(
    await createKieSim({ apiKeys: [kieApiKey], webhookHmacKey: hmacKey, ...options.kie }),
  );
  const bot = { token: botToken, username: 'kiegram_sandbox_bot', first_name: 'Kiegram' };
  const telegram = opened.use(
    await createTelegramSim({ bots: [bot], port: options.port ?? 0, clock, ...options.telegram }),
  );
  const start = () => startBetween(options, clock, telegram, kie);
  const app = await start();
  const simulators = opened.move();
  const world: World = {
    app,
    telegram,
    kie,
    clock,
    settle: () => settle(world),
    async restart() {
      await world.app.stop();
      world.app = await start();
    },
    async [Symbol.asyncDispose]() {
      await world.app.stop();
      await simulators.disposeAsync();
    },
  };
  return world;
}

async function startBetween(
  options: WorldOptions,
  clock: WorldClock,
  telegram: TelegramSim,
  kie: KieSim,
): Promise<App> {
  const env = readEnv({
    PENDING_UPDATES: 'keep',
    ...options.env,
    PORT: '0',
    HOST: '127.0.0.1',
    ...(options.webhookSecret === undefined ? {} : await reachable()),
    TELEGRAM_API_ROOT: telegram.url,
    KIE_API_BASE_URL: kie.url,
    KIE_UPLOAD_BASE_URL: kie.uploadUrl,
  });
  const config = toConfig(env, 'sandbox');
  const database = await options.openDatabase?.();
  return startApp({
    config: { ...config, database: { url: undefined, dataDir: 'memory' } },
    secrets: {
      botToken,
      kieApiKey,
      webhookSecret: options.webhookSecret ?? null,
      kieHmacKey: hmacKey,
      metricsToken: env.METRICS_TOKEN ?? null,
      traceHeaders: null,
    },
    clock,
    ...(options.log === undefined ? {} : { log: options.log }),
    ...(database === undefined ? {} : { database }),
  });
}

/** An address of this machine that is known before anything listens there. */
async function reachable(): Promise<Record<string, string>> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return { BOT_MODE: 'webhook', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` };
}

const leastStepMs = 5_000;
const virtualDay = 24 * 60 * 60_000;

async function settle({ app, kie, clock }: World): Promise<void> {
  const { queue, generations, database } = app.rooms;
  const limit = clock.now().getTime() + virtualDay;
  while (clock.now().getTime() < limit) {
    await queue.drain();
    await kie.settle();
    await queue.drain();
    const open = await openGenerations(database);
    if (open.length === 0) return;
    clock.advance(stepOver(open, clock.now()));
    await generations.sweepOnce();
    // The embedded database answers without letting go: whatever else is under way needs its turn as well.
    await everybodyElse();
  }
  throw new Error('The world does not settle: something stays open for a whole day');
}

type Open = Awaited<ReturnType<typeof openGenerations>>[number];

async function openGenerations({ db }: App['rooms']['database']) {
  const states = ['delivered', 'failed', 'cancelled'] as const;
  return db.selectFrom('generations').select(['state', 'wake_at']).where('state', 'not in', states).execute();
}

/** To the moment for which the first one waits; in small steps where it is this process that may still be at work. */
function stepOver(open: readonly Open[], now: Date): number {
  if (open.some(({ state }) => state === 'submitting' || state === 'succeeded')) return leastStepMs;
  const next = Math.min(...open.map(({ wake_at }) => (wake_at ?? now).getTime()));
  return Math.max(leastStepMs, next - now.getTime());
}
