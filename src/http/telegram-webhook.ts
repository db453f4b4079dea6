import { timingSafeEqual } from 'node:crypto';
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
    await current.handleUpdate(await context.req.json<Update>());
    return context.json({ ok: true });
  });
  return app;
}

function equal(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
