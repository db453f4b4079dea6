import { Hono } from 'hono';
import { z } from 'zod';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import type { DeskEnv } from './context.ts';
import type { Uncertain } from './contract.ts';
import type { DeskParts } from './parts.ts';
import { reasonBody } from './people.ts';
import { wire } from './wire.ts';

const attachBody = reasonBody.extend({ taskId: z.string().trim().min(1).max(200) });

/** Purchases that kie.ai never confirmed, and the three ways to end one. */
export function purchaseRoutes({ operator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/uncertain', async (context) =>
    context.json(wire(await operator.uncertain()) satisfies Uncertain[]),
  );
  app.post('/uncertain/:id/:how', async (context) => {
    const { id: generationId, how } = context.req.param();
    const actor = context.get('actor');
    if (how === 'attach')
      await operator.attach({ ...(await readBody(context, attachBody)), actor, generationId });
    else if (how === 'retry' || how === 'release')
      await operator[how]({ ...(await readBody(context, reasonBody)), actor, generationId });
    else throw new AppError('invalid-call', 'No such way to end it');
    return context.json({});
  });
  return app;
}
