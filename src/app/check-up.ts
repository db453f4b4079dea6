import { Api } from 'grammy';
import { levelOf, providerAccount } from '#generation';
import { createLogger, migrate, openDatabase } from '#platform';
import { loadRegistry } from '#registry';
import type { Env } from '#settings';
import { kieFromEnv, migrationsFolder, telegramApiRoot } from '#settings';
import { lookAtClock, lookAtDisk, lookAtLock } from './check-up-surroundings.ts';
import { isSandbox, toConfig } from './config.ts';

/** What one look at a part found; `idle`: there is nothing to look at with these settings. */
export interface Finding {
  subject: string;
  result: 'good' | 'bad' | 'idle';
  detail: string;
}

/** Asks every part that the settings name whether it answers. Changes nothing but a missing schema. */
export async function checkUp(env: Env): Promise<Finding[]> {
  return Promise.all([
    look('mode', async () => (isSandbox(env) ? 'sandbox: no token and no key are set' : 'the real bot')),
    look('registry', async () => `${loadRegistry().models.length} models`),
    look('database', () => lookAtDatabase(env)),
    look('telegram', () => lookAtTelegram(env)),
    look('lock', () => lookAtLock(env)),
    look('kie.ai', () => lookAtKie(env)),
    look('clock', () => lookAtClock(env)),
    look('disk', () => lookAtDisk(env)),
  ]);
}

async function look(subject: string, ask: () => Promise<string | null>): Promise<Finding> {
  try {
    const detail = await ask();
    return detail === null
      ? { subject, result: 'idle', detail: 'not set' }
      : { subject, result: 'good', detail };
  } catch (error) {
    return { subject, result: 'bad', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function lookAtDatabase(env: Env): Promise<string> {
  const log = createLogger({ level: 'silent', secrets: [] });
  await using database = await openDatabase({ ...toConfig(env, 'real').database, log });
  const applied = await migrate(database, { folder: migrationsFolder });
  const news = applied.length === 0 ? 'up to date' : `brought up to date by ${applied.length} migrations`;
  const { level } = await providerAccount(database.db);
  const selling = level === 'closed' ? ', selling is stopped: kie credits are short' : '';
  return `${database.engine}, ${news}${selling}`;
}

async function lookAtTelegram(env: Env): Promise<string | null> {
  if (env.TELEGRAM_BOT_TOKEN === undefined) return null;
  const api = new Api(env.TELEGRAM_BOT_TOKEN, { apiRoot: env.TELEGRAM_API_ROOT ?? telegramApiRoot });
  const me = await api.getMe();
  const webhook = await api.getWebhookInfo();
  const mode =
    webhook.url === undefined || webhook.url === ''
      ? 'no webhook'
      : `webhook at ${new URL(webhook.url).host}`;
  return `@${me.username}, ${mode}, ${webhook.pending_update_count} updates waiting`;
}

async function lookAtKie(env: Env): Promise<string | null> {
  if (env.KIE_API_KEY === undefined) return null;
  const { creditLimits } = toConfig(env, 'real').kie;
  const credits = await kieFromEnv(env).credits();
  const told = {
    enough: '',
    low: `, below KIE_CREDITS_WARN (${creditLimits.warn})`,
    closed: `, below KIE_CREDITS_STOP (${creditLimits.stop}): nothing is sold`,
  }[levelOf(credits, creditLimits)];
  return `${credits} kie credits${told}`;
}
