import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { Hono } from 'hono';

export interface TelegramWebhookParts {
  secret: string;
  handleUpdate(update: Update): Promise<void>;
}

export const telegramWebhookPath = '/telegram/webhook';

/** Telegram's updates in webhook mode: 200 only after an update was handled, so that a failed one comes again. */
export function telegramWebhookRoutes(parts: () => TelegramWebhookParts | null): Hono {
  const app = new Hono();
  app.post(telegramWebhookPath, async (context) => {
    const current = parts();
    if (!current) return context.json({ error: 'starting' }, 503);
    const given = context.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!equal(given, current.secret)) return context.json({ error: 'forbidden' }, 403);
    const update = await context.req.json<Update>().catch(() => null);
    if (typeof update?.update_id !== 'number') return context.json({ error: 'unreadable' }, 400);
    await current.handleUpdate(update);
    return context.json({ ok: true });
  });
  return app;
}

/** Digests are of one length, so that not even the secret's own length can be measured. */
function equal(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
