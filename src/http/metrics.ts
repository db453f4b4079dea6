import { Hono } from 'hono';
import { sameSecret } from '#platform';

export interface MetricsParts {
  /** What `Authorization: Bearer …` must carry. */
  token: string;
  /** All metrics in Prometheus' text format. */
  text(): Promise<string>;
}

/** GET /metrics, for who knows the token; without one in the settings there is nothing to see. */
export function metricsRoutes(parts: () => MetricsParts | null): Hono {
  const app = new Hono();
  app.get('/metrics', async (context) => {
    const current = parts();
    if (!current) return context.json({ error: 'not-found' }, 404);
    const given = context.req.header('authorization') ?? '';
    if (!sameSecret(given, `Bearer ${current.token}`)) return context.json({ error: 'forbidden' }, 403);
    return context.text(await current.text(), 200, { 'content-type': 'text/plain; version=0.0.4' });
  });
  return app;
}
