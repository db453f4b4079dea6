import { Api } from 'grammy';
import { levelOf, providerAccount } from '#generation';
import { createLogger, type Database, migrate, openDatabase } from '#platform';
import { loadRegistry } from '#registry';
import { type Env, kieFromEnv, migrationsFolder, telegramApiRoot } from '#settings';
import { isForeignWebhook, shownWebhook } from '#telegram';
import { lookAtClock, lookAtDisk, lookAtLock } from './check-up-surroundings.ts';
import { isSandbox, toConfig } from './config.ts';
import { ownWebhook } from './updates.ts';

/** What one look at a part found; `idle`: there is nothing to look at with these settings. */
export interface Finding {
  subject: string;
  result: 'good' | 'bad' | 'idle';
  detail: string;
}

/** A silent service is told of within seconds. */
const ANSWER_SECONDS = 10;

/**
 * Asks every part that the settings name whether it answers; never rejects. `running` is the database that this
 * process works on; without it the settings' own is opened, and brought up to date.
 */
export async function checkUp(env: Env, running?: Database): Promise<Finding[]> {
  return Promise.all([
    look('mode', async () => (isSandbox(env) ? 'sandbox: no token and no key are set' : 'the real bot')),
    look('registry', async () => `${loadRegistry().models.length} models`),
    look('database', () => (running ? tellOfDatabase(running) : lookAtDatabase(env))),
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
  const told = await tellOfDatabase(database);
  return applied.length === 0 ? told : `${told}, brought there by ${applied.length} migrations`;
}

async function tellOfDatabase({ engine, db }: Database): Promise<string> {
  const { name } = await db
    .selectFrom('schema_migrations')
    .select('name')
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  const { level } = await providerAccount(db);
  const selling = level === 'closed' ? ', selling is stopped: kie credits are short' : '';
  return `${engine}, schema at ${name}${selling}`;
}

async function lookAtTelegram(env: Env): Promise<string | null> {
  if (env.TELEGRAM_BOT_TOKEN === undefined) return null;
  const api = new Api(env.TELEGRAM_BOT_TOKEN, {
    apiRoot: env.TELEGRAM_API_ROOT ?? telegramApiRoot,
    timeoutSeconds: ANSWER_SECONDS,
  });
  const me = await api.getMe();
  const webhook = await api.getWebhookInfo();
  const address = shownWebhook(webhook.url ?? '');
  const waiting = `@${me.username}, ${webhook.pending_update_count} updates waiting`;
  if (isForeignWebhook(webhook, ownWebhook(toConfig(env, 'real'))))
    throw new Error(`${waiting}, a webhook of somebody else at ${address}: who uses this token?`);
  return `${waiting}, ${address === '' ? 'no webhook' : `our webhook at ${address}`}`;
}

async function lookAtKie(env: Env): Promise<string | null> {
  if (env.KIE_API_KEY === undefined) return null;
  const { creditLimits } = toConfig(env, 'real').kie;
  const credits = await kieFromEnv(env).credits({ timeoutMs: ANSWER_SECONDS * 1_000, retries: 0 });
  const told = {
    enough: '',
    low: `, below KIE_CREDITS_WARN (${creditLimits.warn})`,
    closed: `, below KIE_CREDITS_STOP (${creditLimits.stop}): nothing is sold`,
  }[levelOf(credits, creditLimits)];
  return `${credits} kie credits${told}`;
}
