import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskEnv } from './context.ts';
import type { Charts, Snapshot } from './contract.ts';
import { readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { wire } from './wire.ts';

const chartsQuery = z.object({ days: z.enum(['7', '30', '90']).transform(Number).default(30) });

/** GET /live, which the page asks again and again, and GET /charts. */
export function liveRoutes({ figures, operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/live', async (context) => context.json(wire(await figures.snapshot()) satisfies Snapshot));
  app.get('/charts', async (context) => {
    const { days } = readQuery(context, chartsQuery);
    const charts: Charts = {
      days: await figures.days(days),
      funnel: await figures.funnel(days),
      markup: operator.terms().markup,
    };
    return context.json(charts);
  });
  return app;
}
