import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { WebhookInfo } from 'grammy/types';
import type { Clock, Logger } from '#platform';
import { ALLOWED_UPDATES } from './allowed-updates.ts';
import { isForeign, shownAddress, tokenRefused } from './foreign-webhook.ts';
import { failurePause } from './poll-backoff.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';

export const webhookAlertCodes = ['webhook-repaired', 'webhook-failing'] as const;
export type WebhookAlertCode = (typeof webhookAlertCodes)[number];

export interface WebhookOptions {
  /** A client that neither waits nor retries by itself. */
  api: Api;
  /** Where Telegram is to send updates. */
  url: string;
  /** Comes back in the header of every update. */
  secret: string;
  alert(code: WebhookAlertCode, values: Record<string, string | number>): Promise<void>;
  clock: Clock;
  log: Logger;
  random?: () => number;
}

const LOOK_EVERY_MS = 60_000;
/** Telegram's own default, named so that another program's change of it is seen. */
const MAX_CONNECTIONS = 40;
/** An error that Telegram met longer ago has been told already, or is over. */
const RECENT_MS = 2 * 60_000;

/**
 * Keeps our webhook set until the signal is aborted: sets it where something else stands, looks again every minute,
 * repairs what somebody changed and tells the operators. Never removes it: the next process needs it.
 *
 * @throws AppError `telegram-token-refused`
 */
export async function keepWebhook(options: WebhookOptions, signal: AbortSignal): Promise<void> {
  const { clock, log, random = Math.random } = options;
  const address = addressOf(options.url, options.secret);
  let seen = false;
  let failures = 0;
  while (!signal.aborted) {
    let pause = LOOK_EVERY_MS;
    try {
      await look(options, address, seen);
      seen = true;
      failures = 0;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'token-refused') throw tokenRefused(error);
      pause = trouble.kind === 'wait' ? trouble.ms : failurePause(++failures, random());
      log.warn({ err: loggable(error), ms: pause }, 'the webhook could not be looked after');
    }
    await clock.sleep(pause, signal).catch(() => undefined);
  }
}

/** One look. `seen`: our webhook stood there before, so that whatever stands there now was changed by somebody. */
async function look(options: WebhookOptions, address: string, seen: boolean): Promise<void> {
  const { api, url, secret, alert, clock, log } = options;
  const info = await api.getWebhookInfo();
  if (isOurs(info, address)) return tellOfErrors(info, alert, clock);
  await api.setWebhook(address, {
    secret_token: secret,
    max_connections: MAX_CONNECTIONS,
    allowed_updates: [...ALLOWED_UPDATES],
  });
  const found = shownAddress(info.url ?? '');
  log.info({ webhook: shownAddress(url), found, pending: info.pending_update_count }, 'the webhook is set');
  if (seen || isForeign(info, url)) await alert('webhook-repaired', { address: found || '–' });
}

/** The secret is not told by getWebhookInfo, so the address carries a mark that changes with it. */
function addressOf(url: string, secret: string): string {
  const mark = createHash('sha256').update(`webhook ${secret}`).digest('hex').slice(0, 8);
  return `${url}?mark=${mark}`;
}

function isOurs(info: WebhookInfo, address: string): boolean {
  const allowed = [...(info.allowed_updates ?? [])].sort().join();
  return (
    info.url === address &&
    info.max_connections === MAX_CONNECTIONS &&
    allowed === [...ALLOWED_UPDATES].sort().join()
  );
}

async function tellOfErrors(info: WebhookInfo, alert: WebhookOptions['alert'], clock: Clock): Promise<void> {
  const { last_error_date: at, last_error_message: reason = '', pending_update_count: pending } = info;
  if (at === undefined || pending === 0 || clock.now().getTime() - at * 1000 > RECENT_MS) return;
  await alert('webhook-failing', { reason, pending });
}
