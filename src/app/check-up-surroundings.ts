import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { singletonHolder, singletonKey } from '#platform';
import { type Env, telegramApiRoot } from '#settings';

/** More than this and signed callbacks of kie.ai, which are good for five minutes, come near to being refused. */
const CLOCK_LIMIT_S = 60;
const LEAST_DISK_MB = 500;

/** Who may poll: `free`, or since when and from where the lock is held. */
export async function lookAtLock(env: Env): Promise<string | null> {
  const { DATABASE_URL: url, TELEGRAM_BOT_TOKEN: token } = env;
  if (url === undefined || token === undefined || env.BOT_MODE === 'webhook') return null;
  const holder = await singletonHolder(url, singletonKey(token));
  if (holder === null) return 'free: nobody polls with this token and database';
  return `held from ${holder.address} since ${holder.since.toISOString()}`;
}

/** Compares this machine's clock with the Date of Telegram's answer. @throws Error when they differ too much */
export async function lookAtClock(env: Env): Promise<string | null> {
  if (env.TELEGRAM_BOT_TOKEN === undefined) return null;
  const sentAt = Date.now();
  const { headers } = await fetch(env.TELEGRAM_API_ROOT ?? telegramApiRoot, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  const theirs = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return null;
  const off = Math.round(Math.abs((sentAt + Date.now()) / 2 - theirs) / 1000);
  if (off > CLOCK_LIMIT_S) throw new Error(`off by ${off} s: set the clock of this machine`);
  return `off by ${off} s at most`;
}

/** What is left where the embedded database lives. @throws Error when that is too little */
export async function lookAtDisk(env: Env): Promise<string | null> {
  if (env.DATABASE_URL !== undefined) return null;
  const { bavail, bsize } = await nearest(resolve(env.DATA_DIR));
  const megabytes = Math.round((bavail * bsize) / 1e6);
  if (megabytes < LEAST_DISK_MB) throw new Error(`only ${megabytes} MB are left at ${env.DATA_DIR}`);
  return `${megabytes} MB left at ${env.DATA_DIR}`;
}

/** The folder itself may not be there yet. */
async function nearest(folder: string): Promise<{ bavail: number; bsize: number }> {
  return statfs(folder).catch((error: unknown) => {
    if (dirname(folder) === folder) throw error;
    return nearest(dirname(folder));
  });
}
