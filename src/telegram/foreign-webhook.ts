import type { WebhookInfo } from 'grammy/types';
import { AppError, type Clock, type Logger } from '#platform';
import { type ApiOptions, createPlainApi } from './api.ts';
import { failurePause } from './poll-backoff.ts';
import { loggable, troubleOf } from './telegram-trouble.ts';

/** A webhook of another address than ours; `own` null: every one is. */
export function isForeign({ url = '' }: WebhookInfo, own: string | null): boolean {
  return url !== '' && url.split('?')[0] !== own;
}

/** A webhook's address as a person may see it: without query, and without a token that stands in its path. */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\d{6,}(:|%3A)[\w-]{20,}/gi, '…')}`;
}

/**
 * Refuses to go on while a webhook of another address is set: somebody else is served by this token. Asks until
 * Telegram answers.
 *
 * @throws AppError `webhook-protected`, `telegram-token-refused`
 */
export async function assertNoForeignWebhook(
  connection: ApiOptions,
  { own, clock, log }: { own: string | null; clock: Clock; log: Logger },
): Promise<void> {
  const api = createPlainApi(connection);
  for (let failures = 1; ; failures++) {
    try {
      return assertFree(await api.getWebhookInfo(), own);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (troubleOf(error).kind === 'token-refused') throw tokenRefused(error);
      log.warn({ err: loggable(error) }, 'Telegram cannot be asked for its webhook');
      await clock.sleep(failurePause(failures, Math.random()));
    }
  }
}

/** @throws AppError `webhook-protected` */
export function assertFree(info: WebhookInfo, own: string | null): void {
  if (!isForeign(info, own)) return;
  const address = shownAddress(info.url ?? '');
  throw new AppError(
    'webhook-protected',
    `A webhook at ${address} receives this bot's updates (${info.pending_update_count} are waiting). Polling would take them from it, so this process ends without having changed anything (PROTECT_WEBHOOK=1). Use another bot's token, or remove the webhook first.`,
    { values: { address } },
  );
}

export function tokenRefused(cause: unknown): AppError<'telegram-token-refused'> {
  return new AppError('telegram-token-refused', 'Telegram refuses the bot token', { cause });
}
