import { Hono } from 'hono';
import { type CallbackError, KieError, parseCallback, verifyCallback } from '#kie';
import type { Logger } from '#platform';

export interface KieCallbackParts {
  log: Logger;
  /** The webhookHmacKey of kie.ai/settings; null = callbacks are known by their secret path alone. */
  hmacKey: string | null;
  receive(generationId: string, secret: string, taskId: string): Promise<boolean>;
}

/**
 * POST /kie/callback/:generation/:secret. Only a wake-up: what it claims is asked again with our key.
 * Answers kie.ai's expected body; an unknown generation or a wrong secret is 404, a bad signature 401.
 */
export function kieCallbackRoutes(parts: () => KieCallbackParts | null): Hono {
  const app = new Hono();
  app.post('/kie/callback/:generation/:secret', async (context) => {
    const current = parts();
    if (!current) return context.json({ code: 503, msg: 'starting' }, 503);
    const rawBody = Buffer.from(await context.req.arrayBuffer());
    const { generation, secret } = context.req.param();
    try {
      const { taskId } = read(current, rawBody, context.req.header());
      const known = await current.receive(generation, secret, taskId);
      return known
        ? context.json({ code: 200, msg: 'success' })
        : context.json({ code: 404, msg: 'unknown' }, 404);
    } catch (error) {
      if (!(error instanceof KieError)) throw error;
      current.log.warn({ generation, reason: (error as CallbackError).reason }, 'A callback was refused');
      return context.json({ code: 401, msg: 'refused' }, 401);
    }
  });
  return app;
}

function read(
  { hmacKey }: KieCallbackParts,
  rawBody: Buffer,
  headers: Record<string, string>,
): { taskId: string } {
  return hmacKey === null ? parseCallback(rawBody) : verifyCallback({ rawBody, headers, hmacKey });
}
