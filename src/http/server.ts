import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError, type Logger } from '#platform';
import { healthRoutes, type Readiness } from './health.ts';
import { type KieCallbackParts, kieCallbackRoutes } from './kie-callback.ts';
import { type MetricsParts, metricsRoutes } from './metrics.ts';
import { type TelegramWebhookParts, telegramWebhookRoutes } from './telegram-webhook.ts';

export interface HttpParts {
  log: Logger;
  readiness: Readiness;
  /** Absent until the room is built: the port opens first, so that a platform sees a living process. */
  kieCallback: KieCallbackParts | null;
  telegramWebhook: TelegramWebhookParts | null;
  /** Everything under /app; limits of its own. */
  miniApp: Hono | null;
  /** Everything under /operator. */
  desk: Hono | null;
  metrics: MetricsParts | null;
}

/** Larger than any update or callback. */
const maxBodyBytes = 1024 * 1024;

export function createHttpApp(parts: () => HttpParts): Hono {
  const app = new Hono();
  const small = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (context) => context.json({ error: 'too-large' }, 413),
  });
  app.use('/kie/*', small);
  app.use('/telegram/*', small);
  app.route(
    '/',
    healthRoutes(() => parts().readiness),
  );
  app.route(
    '/',
    kieCallbackRoutes(() => parts().kieCallback),
  );
  app.route(
    '/',
    telegramWebhookRoutes(() => parts().telegramWebhook),
  );
  for (const [base, page] of [
    ['/app', 'miniApp'],
    ['/operator', 'desk'],
  ] as const) {
    app.all(`${base}/*`, (context) => {
      const routes = parts()[page];
      return routes ? routes.fetch(context.req.raw, context.env) : context.json({ error: 'starting' }, 503);
    });
    app.get(base, (context) => context.redirect(`${base}/`));
  }
  app.route(
    '/',
    metricsRoutes(() => parts().metrics),
  );
  app.notFound((context) => context.json({ error: 'not-found' }, 404));
  app.onError((error, context) => {
    parts().log.error({ err: error }, 'An HTTP request failed');
    return context.json({ error: 'internal' }, 500);
  });
  return app;
}

export interface HttpServer {
  /** `http://127.0.0.1:<port>`: the port that was really taken. */
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  port: number;
  host: string;
  /** A request that is not complete by then is refused with 408: nobody holds a connection by sending slowly. */
  requestTimeoutMs?: number;
}

/** Long enough for an upload of the Mini App over a poor line. */
const REQUEST_TIMEOUT_MS = 120_000;

/** @throws AppError `port-in-use` */
export async function listen(
  app: Hono,
  { port, host, requestTimeoutMs = REQUEST_TIMEOUT_MS }: ListenOptions,
): Promise<HttpServer> {
  const serverOptions = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: Math.min(requestTimeoutMs, 15_000),
    connectionsCheckingInterval: Math.min(requestTimeoutMs, 5_000),
  };
  const server = serve({ fetch: app.fetch, port, hostname: host, serverOptions });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const busy = cause.code === 'EADDRINUSE';
      reject(
        busy ? new AppError('port-in-use', `Port ${port} is in use`, { values: { port }, cause }) : cause,
      );
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    async close() {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 1_000).unref();
      });
    },
  };
}
