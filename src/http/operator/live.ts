import { Hono } from 'hono';
import { z } from 'zod';
import type { DeskEnv } from './context.ts';
import type { Charts, ModelDay, Snapshot } from './contract.ts';
import { readQuery } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { wire } from './wire.ts';

export const chartsQuery = z.object({ days: z.enum(['7', '30', '90']).transform(Number).default(30) });

/** GET /live, which the page asks again and again, and GET /charts. */
export function liveRoutes({ figures, operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/live', async (context) => context.json(wire(await figures.snapshot()) satisfies Snapshot));
  app.get('/charts', async (context) => {
    const { days } = readQuery(context, chartsQuery);
    const each = await figures.days(days);
    const charts: Charts = {
      days: each,
      margins: marginsOf(each),
      funnel: await figures.funnel(days),
      markup: operator.terms().markup,
    };
    return context.json(charts);
  });
  return app;
}

/** What each model brought in all these days, those with most income first. */
export function marginsOf(days: readonly { models: readonly ModelDay[] }[]): ModelDay[] {
  const byModel = Map.groupBy(
    days.flatMap(({ models }) => models),
    ({ modelId }) => modelId,
  );
  const sums = [...byModel].map(([modelId, own]) => {
    const sum = (what: keyof Omit<ModelDay, 'modelId'>) => own.reduce((total, day) => total + day[what], 0);
    const counts = { delivered: sum('delivered'), failed: sum('failed') };
    return { modelId, ...counts, income: sum('income'), given: sum('given'), spending: sum('spending') };
  });
  return sums.sort((one, other) => other.income - one.income);
}
