import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { localesFolder } from './paths.ts';

/** Every setting, as text from the environment; `.env.example` explains each. Read here and nowhere else. */
const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();

const address = optionalText.refine(
  (text) => text === undefined || isHttp(text),
  'must be an http(s) address',
);

function number(fallback: number, { min, max, integer }: { min: number; max: number; integer?: boolean }) {
  const fits = (value: number) => value >= min && value <= max && (!integer || Number.isInteger(value));
  return optionalText
    .transform((text) => (text === undefined ? fallback : Number(text)))
    .refine(fits, `must be a ${integer ? 'whole ' : ''}number from ${min} to ${max}`);
}

function choice<const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) {
  return optionalText.transform((text) => text ?? fallback).pipe(z.enum(values));
}

/** Stars and credits of each pack, e.g. `100:200,500:1200`; `none` sells nothing. */
const packs = optionalText
  .transform((text) => (text ?? '100:200,250:550,500:1200,1000:2500').replace(/^none$/i, ''))
  .transform((text) => text.split(/[\s,]+/).filter((pack) => pack !== ''))
  .refine(
    (all) => all.every((pack) => /^[1-9]\d{0,4}:[1-9]\d{0,8}$/.test(pack)),
    'must be packs like 100:200,500:1200 (Stars, at most 99999, and the credits for them), or none',
  )
  .transform((all) => all.map((pack) => pack.split(':').map(Number)))
  .transform((all) => all.map(([stars = 0, credits = 0]) => ({ stars, credits })))
  .refine(
    (all) => new Set(all.map(({ stars }) => stars)).size === all.length,
    'must not have two packs of the same price',
  );

/** Stars and credits of the monthly subscription, e.g. `300:900`; empty or `none`: there is none. */
const subscription = optionalText
  .transform((text) => (text === undefined || /^none$/i.test(text) ? null : text))
  .refine(
    (text) => text === null || /^[1-9]\d{0,4}:[1-9]\d{0,8}$/.test(text),
    'must be like 300:900 (Stars a month, and the credits for them), or none',
  )
  .transform((text) => text?.split(':').map(Number) ?? null)
  .transform((found) => found && { stars: found[0] ?? 0, credits: found[1] ?? 0 })
  .refine((found) => found === null || found.stars <= 10_000, 'must not exceed 10000 Stars a month');

/** Free generations a day by what they make, e.g. `image:2,audio:1`; empty or `none`: nothing is free. */
const freeDaily = optionalText
  .transform((text) => (text ?? '').replace(/^none$/i, ''))
  .transform((text) => text.split(/[\s,]+/).filter((group) => group !== ''))
  .refine(
    (groups) => groups.every((group) => /^(image|video|audio|data):[1-9]\d{0,3}$/.test(group)),
    'must be groups like image:2,audio:1 (image, video, audio or data, and how many a day), or none',
  )
  .transform((groups) => groups.map((group) => group.split(':')))
  .refine(
    (groups) => new Set(groups.map(([name]) => name)).size === groups.length,
    'must not name a group twice',
  )
  .transform((groups) => Object.fromEntries(groups.map(([name = '', count]) => [name, Number(count)])));

/** OpenTelemetry's own names. */
const traceSamplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

const schema = z.object({
  TELEGRAM_BOT_TOKEN: optionalText.refine(
    (text) => text === undefined || /^[1-9]\d{4,}:[A-Za-z0-9_-]{10,}$/.test(text),
    'does not look like a bot token (123456789:AA…)',
  ),
  KIE_API_KEY: optionalText,
  DATABASE_URL: optionalText.refine(
    (text) => text === undefined || /^postgres(ql)?:\/\//.test(text),
    'must begin with postgres://',
  ),
  DATA_DIR: optionalText.transform((text) => text ?? './data'),
  PORT: number(8080, { min: 0, max: 65_535, integer: true }),
  HOST: optionalText.transform((text) => text ?? '0.0.0.0'),
  PUBLIC_URL: address,
  BOT_MODE: choice(['polling', 'webhook'], 'polling'),
  TELEGRAM_API_ROOT: address,
  KIE_API_BASE_URL: address,
  KIE_UPLOAD_BASE_URL: address,
  TELEGRAM_WEBHOOK_SECRET: optionalText.refine(
    (text) => text === undefined || /^[A-Za-z0-9_-]{1,256}$/.test(text),
    'may hold only A-Z a-z 0-9 _ - and at most 256 of them',
  ),
  KIE_WEBHOOK_HMAC_KEY: optionalText,
  METRICS_TOKEN: optionalText,
  SINGLETON_CONFLICT: choice(['exit', 'standby'], 'exit'),
  PENDING_UPDATES: choice(['drop', 'keep'], 'drop'),
  PROTECT_WEBHOOK: choice(['0', '1'], '0').transform((text) => text === '1'),
  ADMIN_IDS: optionalText
    .transform((text) => (text ?? '').split(/[\s,]+/).filter((id) => id !== ''))
    .refine(
      (ids) => ids.every((id) => /^[1-9]\d{0,15}$/.test(id)),
      'must be Telegram user ids, separated by commas',
    )
    .transform((ids) => ids.map(Number)),
  SUPPORT_CONTACT: optionalText,
  DEFAULT_LOCALE: choice(spokenLocales(), 'en'),
  TIME_ZONE: optionalText
    .transform((text) => text ?? 'UTC')
    .refine(isTimeZone, 'is not a time zone, e.g. Europe/Berlin'),
  MARKUP: number(2, { min: 0.01, max: 1000 }),
  KIE_CREDITS_WARN: number(500, { min: 0, max: 1e9 }),
  KIE_CREDITS_STOP: number(50, { min: 0, max: 1e9 }),
  START_CREDITS: number(100, { min: 0, max: 1_000_000, integer: true }),
  STAR_PACKS: packs,
  STAR_SUBSCRIPTION: subscription,
  REFERRAL_CREDITS: number(20, { min: 0, max: 1_000_000, integer: true }),
  FREE_DAILY: freeDaily,
  FREE_MAX_CREDITS: number(10, { min: 1, max: 1_000_000, integer: true }),
  ALLOW_EMBEDDED_PAYMENTS: choice(['0', '1'], '0').transform((text) => text === '1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_HEADERS: optionalText.refine(
    (text) => text === undefined || isHeaders(text),
    'must be name=value pairs, separated by commas, with values written as in a URL',
  ),
  OTEL_SERVICE_NAME: optionalText.transform((text) => text ?? 'kiegram'),
  OTEL_TRACES_SAMPLER: choice(traceSamplers, 'parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: number(1, { min: 0, max: 1 }),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
});

export type Env = z.output<typeof schema>;

/** The names of all settings, in the order of `.env.example`. */
export const settingNames = Object.keys(schema.shape) as (keyof Env)[];

/** Settings whose values are never shown. */
export const secretSettings = [
  'TELEGRAM_BOT_TOKEN',
  'KIE_API_KEY',
  'DATABASE_URL',
  'TELEGRAM_WEBHOOK_SECRET',
  'KIE_WEBHOOK_HMAC_KEY',
  'METRICS_TOKEN',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const satisfies (keyof Env)[];

/** A mistake in the settings: one clear message, exit code 2. Never holds a value of a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** @throws SettingsError naming every wrong setting at once */
export function readEnv(environment: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  throw new SettingsError(mistakes.join('\n'));
}

/** The languages there are phrases for. */
function spokenLocales(): [string, ...string[]] {
  const files = readdirSync(localesFolder).filter((name) => name.endsWith('.ftl'));
  return ['en', ...files.map((name) => name.slice(0, -4)).filter((locale) => locale !== 'en')];
}

function isHttp(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isHeaders(text: string): boolean {
  const value = '(?:[^%,=]|%[0-9a-f]{2})+';
  return new RegExp(`^[\\w-]+=${value}(?:,[\\w-]+=${value})*$`, 'i').test(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
