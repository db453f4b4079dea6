import { Hono } from 'hono';
import { z } from 'zod';
import type { Broadcast as OperatorsBroadcast } from '#operator';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import type { DeskContext, DeskEnv } from './context.ts';
import type { Broadcast, BroadcastCard, Preview } from './contract.ts';
import { pageRows } from './page-query.ts';
import type { DeskParts } from './parts.ts';
import { reasonBody } from './people.ts';
import { wire } from './wire.ts';

const verbs = ['start', 'pause', 'resume', 'cancel'] as const;

/** Broadcasts: the last ones, a new draft, its audience, a look at it, and moving it on. */
export function broadcastRoutes({ operator, translator }: DeskParts): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const audienceBody = z.object({
    locale: z.enum(translator.locales).nullable(),
    activeDays: z.number().int().min(1).max(3650).nullable(),
  });
  const locales = translator.locales.map((id) => ({ id, name: translator.t(id, 'language-name') }));

  app.get('/broadcasts', async (context) =>
    context.json(wire((await operator.broadcasts(pageRows)).map(shown)) satisfies Broadcast[]),
  );
  app.post('/broadcasts', async (context) => {
    const draft = await readBody(context, audienceBody.extend({ text: z.string().max(10_000) }));
    const made = await operator.draftBroadcast({ ...draft, actor: context.get('actor') });
    return context.json(wire(shown(made)) satisfies Broadcast);
  });
  app.get('/broadcasts/:id', async (context) => {
    const found = await operator.broadcast(idOf(context));
    const reach = found.state === 'draft' ? await operator.countAudience(found) : null;
    return context.json(wire({ ...shown(found), reach, locales }) satisfies BroadcastCard);
  });
  app.put('/broadcasts/:id/audience', async (context) => {
    const audience = await readBody(context, audienceBody);
    const order = { ...audience, broadcastId: idOf(context), actor: context.get('actor') };
    return context.json(wire(shown(await operator.setAudience(order))) satisfies Broadcast);
  });
  app.post('/broadcasts/:id/preview', async (context) => {
    const outcome = await operator.previewBroadcast(idOf(context), context.get('person').id);
    return context.json({ isSent: outcome === 'sent' } satisfies Preview);
  });
  app.post('/broadcasts/:id/:how', async (context) => {
    const verb = verbs.find((known) => known === context.req.param('how'));
    if (verb === undefined) throw new AppError('invalid-call', 'A broadcast is not moved so');
    const order = { ...(await readBody(context, reasonBody)), actor: context.get('actor') };
    await operator.moveBroadcast(verb, { ...order, broadcastId: idOf(context) });
    return context.json({});
  });
  return app;
}

function idOf(context: DeskContext): number {
  return z.coerce
    .number()
    .int()
    .positive()
    .max(Number.MAX_SAFE_INTEGER)
    .catch(0)
    .parse(context.req.param('id'));
}

/** The page shows the words alone. */
function shown({ entities: _, ...broadcast }: OperatorsBroadcast) {
  return broadcast;
}
