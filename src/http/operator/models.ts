import { Hono } from 'hono';
import { z } from 'zod';
import type { Speech } from '#forms';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import type { DeskEnv } from './context.ts';
import type { ModelRow } from './contract.ts';
import type { DeskParts } from './parts.ts';
import { reasonBody } from './people.ts';

const markupBody = reasonBody.extend({ markup: z.number().nullable() });

/** Every model of the registry, with what it costs and whether it can be had; switching them, and the markup of all. */
export function modelRoutes(parts: DeskParts): Hono<DeskEnv> {
  const { operator } = parts;
  const app = new Hono<DeskEnv>();
  app.get('/models', async (context) => context.json(await modelRows(parts, context.get('speech'))));
  app.post('/models/:id/:how', async (context) => {
    const { id: modelId, how } = context.req.param();
    const order = { ...(await readBody(context, reasonBody)), actor: context.get('actor'), modelId };
    if (how === 'on') await operator.switchOn(order);
    else if (how === 'off') await operator.switchOff(order);
    else throw new AppError('invalid-call', 'A model is switched on or off');
    return context.json({});
  });
  app.put('/markup', async (context) => {
    await operator.setMarkup({ ...(await readBody(context, markupBody)), actor: context.get('actor') });
    return context.json({});
  });
  return app;
}

export async function modelRows(
  { registry, offer, operator, generations }: DeskParts,
  speech: Speech,
): Promise<ModelRow[]> {
  const { markup, switchedOff } = operator.terms();
  const seconds = await generations.typicalSeconds();
  const offered = new Map(offer.all().map((row) => [row.model.id, row]));
  return registry.models.map(({ id, title, provider, model_type: type, status }) => ({
    ...{ id, title, provider, type, status, markup },
    typeName: speech.plain(`type-${type}`),
    off: switchedOff.has(id),
    from: offered.get(id)?.from ?? null,
    varies: offered.get(id)?.varies ?? false,
    seconds: seconds.get(id) ?? null,
  }));
}
