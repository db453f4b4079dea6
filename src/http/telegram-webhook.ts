import type { Update } from 'grammy/types';
import { Hono } from 'hono';
import { sameSecret } from '#platform';

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
    // Over a new connection the next attempt finds whoever serves now.
    if (!current) return context.json({ error: 'unavailable' }, 503, { connection: 'close' });
    const given = context.req.header('x-telegram-bot-api-secret-token') ?? '';
    if (!sameSecret(given, current.secret)) return context.json({ error: 'forbidden' }, 403);
    const update = await context.req.json<Update>().catch(() => null);
    if (typeof update?.update_id !== 'number') return context.json({ error: 'unreadable' }, 400);
    await current.handleUpdate(update);
    return context.json({ ok: true });
  });
  return app;
}
