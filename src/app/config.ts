import type { FreeDaily, ProviderLimits } from '#generation';
import type { Pack } from '#payments';
import type { LogLevel } from '#platform';
import { type Env, kieBaseUrl, kieUploadBaseUrl, SettingsError, telegramApiRoot } from '#settings';
import type { Role } from './roles.ts';

/** Everything the product needs to know, typed and free of contradictions. */
export interface Config {
  /** The sandbox runs against the simulators, `real` against Telegram and kie.ai. */
  mode: 'sandbox' | 'real';
  /** What this process takes on; `all` unless the command line says otherwise. */
  role: Role;
  database: { url: string | undefined; dataDir: string };
  http: { port: number; host: string; publicUrl: string | null };
  telegram: {
    mode: 'polling' | 'webhook';
    apiRoot: string;
    singletonConflict: 'exit' | 'standby';
    pendingUpdates: 'drop' | 'keep';
    /** Polling refuses to begin while a webhook of another address is set, instead of removing it. */
    protectWebhook: boolean;
  };
  kie: {
    baseUrl: string;
    uploadBaseUrl: string;
    allowHosts: string[];
    /** In kie credits: below `warn` the operators are told, below `stop` nothing is sold. */
    creditLimits: ProviderLimits;
  };
  operator: { adminIds: number[]; supportContact: string | null };
  people: { defaultLocale: string; timeZone: string; startCredits: number };
  markup: number;
  /** What people get for nothing each day. */
  freeDaily: FreeDaily;
  payments: {
    /** What is on offer; empty: nothing can be bought. */
    packs: Pack[];
    /** What can be had every month; null: nothing. */
    subscription: Pack | null;
    /** True when STAR_PACKS are not offered because the database is the embedded one. */
    withheld: boolean;
    /** For both sides of an invitation; 0: nobody is rewarded. */
    referralCredits: number;
  };
  /** Where traces go; null: there are none. */
  traces: TraceConfig | null;
  logLevel: LogLevel;
}

export interface TraceConfig {
  /** Takes OTLP by HTTP: `https://collector.example/v1/traces`. */
  url: string;
  /** The name under which this bot's traces are found. */
  service: string;
  sampler: Env['OTEL_TRACES_SAMPLER'];
  /** The share of traces that the samplers of `…traceidratio` keep, 0 to 1. */
  ratio: number;
}

/** Kept apart from the config, so that a printed config can never leak one. */
export interface Secrets {
  botToken: string;
  kieApiKey: string;
  webhookSecret: string | null;
  kieHmacKey: string | null;
  metricsToken: string | null;
  /** `name=value,…`: what the collector of traces wants to see. */
  traceHeaders: string | null;
}

/** True when nothing says that this is to be the real bot. */
export function isSandbox(env: Env): boolean {
  return env.TELEGRAM_BOT_TOKEN === undefined && env.KIE_API_KEY === undefined;
}

/** @throws SettingsError in one sentence per contradiction */
export function realConfig(env: Env): { config: Config; secrets: Secrets } {
  const { TELEGRAM_BOT_TOKEN: botToken, KIE_API_KEY: kieApiKey } = env;
  if (botToken === undefined || kieApiKey === undefined) throw new SettingsError(missingOne(env));
  if (env.BOT_MODE === 'webhook') assertWebhook(env);
  return {
    config: toConfig(env, 'real'),
    secrets: {
      botToken,
      kieApiKey,
      webhookSecret: env.TELEGRAM_WEBHOOK_SECRET ?? null,
      kieHmacKey: env.KIE_WEBHOOK_HMAC_KEY ?? null,
      metricsToken: env.METRICS_TOKEN ?? null,
      traceHeaders: env.OTEL_EXPORTER_OTLP_HEADERS ?? null,
    },
  };
}

function missingOne(env: Env): string {
  const [present, missing] =
    env.TELEGRAM_BOT_TOKEN === undefined
      ? ['KIE_API_KEY', 'TELEGRAM_BOT_TOKEN']
      : ['TELEGRAM_BOT_TOKEN', 'KIE_API_KEY'];
  return `${present} is set but ${missing} is not: set both for the real bot, or neither for the sandbox.`;
}

function assertWebhook(env: Env): void {
  if (env.PUBLIC_URL === undefined) {
    throw new SettingsError(
      'BOT_MODE=webhook needs PUBLIC_URL, the https address under which Telegram reaches this bot.',
    );
  }
  if (env.TELEGRAM_WEBHOOK_SECRET === undefined) {
    throw new SettingsError(
      'BOT_MODE=webhook needs TELEGRAM_WEBHOOK_SECRET, so that nobody else can send updates.',
    );
  }
}

function creditLimits({ KIE_CREDITS_WARN: warn, KIE_CREDITS_STOP: stop }: Env): ProviderLimits {
  if (stop <= warn) return { warn, stop };
  throw new SettingsError(
    `KIE_CREDITS_STOP is ${stop}, more than KIE_CREDITS_WARN (${warn}): warn before you stop.`,
  );
}

export function toConfig(env: Env, mode: Config['mode']): Config {
  const kieHosts = [env.KIE_API_BASE_URL, env.KIE_UPLOAD_BASE_URL].filter((url) => url !== undefined);
  return {
    mode,
    role: 'all',
    database: { url: env.DATABASE_URL, dataDir: env.DATA_DIR },
    http: { port: env.PORT, host: env.HOST, publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null },
    telegram: {
      mode: env.BOT_MODE,
      apiRoot: (env.TELEGRAM_API_ROOT ?? telegramApiRoot).replace(/\/+$/, ''),
      singletonConflict: env.SINGLETON_CONFLICT,
      pendingUpdates: env.PENDING_UPDATES,
      protectWebhook: env.PROTECT_WEBHOOK,
    },
    kie: {
      baseUrl: env.KIE_API_BASE_URL ?? kieBaseUrl,
      uploadBaseUrl: env.KIE_UPLOAD_BASE_URL ?? kieUploadBaseUrl,
      allowHosts: kieHosts.map((url) => new URL(url).host),
      creditLimits: creditLimits(env),
    },
    operator: { adminIds: env.ADMIN_IDS, supportContact: env.SUPPORT_CONTACT ?? null },
    people: { defaultLocale: env.DEFAULT_LOCALE, timeZone: env.TIME_ZONE, startCredits: env.START_CREDITS },
    markup: env.MARKUP,
    freeDaily: { perDay: env.FREE_DAILY, maxCredits: env.FREE_MAX_CREDITS, timeZone: env.TIME_ZONE },
    payments: paymentsConfig(env, mode),
    traces: traceConfig(env),
    logLevel: env.LOG_LEVEL,
  };
}

function traceConfig(env: Env): TraceConfig | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: service } = env;
  if (endpoint === undefined) return null;
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  return { url, service, sampler: env.OTEL_TRACES_SAMPLER, ratio: env.OTEL_TRACES_SAMPLER_ARG };
}

/** Real Stars need a database that survives a power cut, or the operator's word that it is wanted without. */
function paymentsConfig(env: Env, mode: Config['mode']): Config['payments'] {
  const withheld = mode === 'real' && env.DATABASE_URL === undefined && !env.ALLOW_EMBEDDED_PAYMENTS;
  const packs = env.STAR_PACKS.map((pack) => ({ id: `stars-${pack.stars}`, ...pack }));
  const monthly = env.STAR_SUBSCRIPTION;
  const subscription = monthly && { id: `monthly-${monthly.stars}`, ...monthly, subscription: true };
  return {
    packs: withheld ? [] : packs,
    subscription: withheld ? null : subscription,
    withheld,
    referralCredits: env.REFERRAL_CREDITS,
  };
}
