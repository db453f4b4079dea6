import { Hono } from 'hono';
import { z } from 'zod';
import type { Status } from '#generation';
import { AppError } from '#platform';
import { MODEL_TYPES } from '#registry';
import { formRequest, readBody } from './body.ts';
import type { MiniAppContext, MiniAppEnv } from './context.ts';
import type { GenerationPage } from './contract.ts';
import { offeredModel } from './form.ts';
import { type GenerationViews, inputWith } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';

const order = formRequest.extend({
  key: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  credits: z.number().int().positive(),
  free: z.boolean().optional(),
});
const reuse = z.object({ index: z.number().int().min(0).max(99), type: z.enum(MODEL_TYPES) });
const pageSize = 24;
const kinds = ['image', 'video', 'audio', 'file'] as const;

/** Ordering, the gallery, and what can be done with one result. */
export function generationRoutes(parts: MiniAppParts, views: GenerationViews): Hono<MiniAppEnv> {
  const { generations, telegram, registry, offer } = parts;
  const app = new Hono<MiniAppEnv>();

  /** @throws AppError `generation-not-found`, also for somebody else's */
  async function own(context: MiniAppContext): Promise<Status> {
    const status = await generations.status(context.req.param('id') ?? '');
    if (status?.generation.personId === context.get('person').id) return status;
    throw new AppError('generation-not-found', 'No such generation of this person');
  }

  app.post('/generations', async (context) => {
    const { key, modelId, input, credits, free = false } = await readBody(context, order);
    const { id: personId } = context.get('person');
    const generation = await generations.submit({
      key: `web:${personId}:${key}`,
      personId,
      chatId: personId,
      modelId,
      input,
      quotedCredits: credits,
      free,
    });
    const status: Status = { generation, phase: 'queued', elapsedSeconds: 0 };
    return context.json(views.view(status, context.get('speech')), 201);
  });

  app.get('/generations', async (context) => {
    const { before, kind } = context.req.query();
    const found = await generations.history(context.get('person').id, {
      limit: pageSize + 1,
      ...(before === undefined ? {} : { before }),
      ...(isKind(kind) ? { kind } : {}),
    });
    const statuses = await Promise.all(found.slice(0, pageSize).map(({ id }) => generations.status(id)));
    const page: GenerationPage = {
      items: statuses.filter((it) => it !== null).map((it) => views.view(it, context.get('speech'))),
      more: found.length > pageSize,
    };
    return context.json(page);
  });

  app.get('/generations/:id', async (context) =>
    context.json(await views.full(await own(context), context.get('speech'))),
  );

  app.post('/generations/:id/cancel', async (context) => {
    const { generation } = await own(context);
    const cancelled = await generations.cancel(generation.id, generation.personId);
    const status: Status = { generation: cancelled, phase: 'cancelled', elapsedSeconds: 0 };
    return context.json(views.view(status, context.get('speech')));
  });

  app.post('/generations/:id/reuse', async (context) => {
    const { generation } = await own(context);
    const { index, type } = await readBody(context, reuse);
    const media = generation.result?.media[index];
    const address = media && (await generations.resultAsInput(generation.id, index));
    const model = media && offer.firstForFile(type, media.kind);
    if (!media || !address || !model) throw new AppError('attachment-gone', 'The file is no longer kept');
    const from = { model: registry.get(generation.modelId), input: generation.input };
    const input = inputWith(offeredModel(parts, model.id), media.kind, address, from);
    const form = await views.form(generation.personId, model, input);
    const shown = views.view({ generation, phase: 'delivered', elapsedSeconds: 0 }, context.get('speech'));
    const file = shown.media[index];
    return context.json({ ...form, files: file ? { ...form.files, [address]: file } : form.files });
  });

  app.post('/generations/:id/files/:index', async (context) => {
    const { generation } = await own(context);
    const ref = await generations.resultAsInput(generation.id, Number(context.req.param('index')));
    if (!ref) throw new AppError('attachment-gone', 'The file is no longer kept');
    return context.json({ ref });
  });

  app.post('/generations/:id/send', async (context) => {
    const { generation } = await own(context);
    return context.json({ sent: await telegram.sendAgain(generation.personId, generation.id) });
  });
  return app;
}

function isKind(text: string | undefined): text is (typeof kinds)[number] {
  return kinds.some((kind) => kind === text);
}
