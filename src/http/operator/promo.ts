import { Hono } from 'hono';
import { z } from 'zod';
import { endOfDay, isDay } from '#people';
import { readBody } from '../pages/body.ts';
import type { DeskEnv } from './context.ts';
import type { Promo } from './contract.ts';
import type { DeskParts } from './parts.ts';
import { reasonBody } from './people.ts';
import { wire } from './wire.ts';

const newPromo = reasonBody.extend({
  code: z.string().max(100),
  credits: z.number(),
  maxUses: z.number().nullable(),
  until: z.string().refine(isDay).nullable(),
});

/** Promo codes: the list, a new one, closing one. */
export function promoRoutes({ operator, config }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/promo', async (context) => context.json(wire(await operator.promoCodes()) satisfies Promo[]));
  app.post('/promo', async (context) => {
    const { maxUses, until, ...order } = await readBody(context, newPromo);
    const limits = {
      ...(maxUses === null ? {} : { maxUses }),
      ...(until === null ? {} : { expiresAt: endOfDay(until, config.timeZone) }),
    };
    const made = await operator.createPromo({ ...order, ...limits, actor: context.get('actor') });
    return context.json(wire(made) satisfies Promo);
  });
  app.post('/promo/:code/close', async (context) => {
    const body = await readBody(context, reasonBody);
    const code = context.req.param('code');
    return context.json(wire(await operator.closePromo({ ...body, code, actor: context.get('actor') })));
  });
  return app;
}
