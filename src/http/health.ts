import { Hono } from 'hono';

/** `ready`: an update can be handled now; a standby that would take over is ready, too. */
export interface Readiness {
  ready: boolean;
  /** What the process is doing, e.g. `starting`, `leader`, `standby`, `draining`. */
  state: string;
}

/** /healthz: the process lives · /readyz: it can serve. The one never depends on the other's parts. */
export function healthRoutes(readiness: () => Readiness): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', (context) => {
    const now = readiness();
    return context.json(now, now.ready ? 200 : 503);
  });
  return app;
}
