import { Hono } from 'hono';
import { z } from 'zod';
import { habitsIn } from '#forms';
import type { Status } from '#generation';
import { type Person, preferModel } from '#people';
import { AppError } from '#platform';
import { type Input, MODEL_TYPES } from '#registry';
import { readBody } from '../pages/body.ts';
import type { MiniAppContext, MiniAppEnv } from './context.ts';
import type { GenerationPage, Share } from './contract.ts';
import { offeredModel } from './form.ts';
import { formRequest } from './form-request.ts';
import { type GenerationViews, inputWith } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';

const order = formRequest.extend({
  key: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  credits: z.number().int().positive(),
  free: z.boolean().optional(),
});
const which = z.object({ index: z.number().int().min(0).max(99) });
const reuse = which.extend({ type: z.enum(MODEL_TYPES) });
/** Two screens of the smallest tiles on a desk. */
const pageSize = 60;
const kinds = ['image', 'video', 'audio', 'file'] as const;

/** Ordering, the gallery, and what can be done with one result. */
export function generationRoutes(parts: MiniAppParts, views: GenerationViews): Hono<MiniAppEnv> {
  const { database, generations, telegram, registry, offer } = parts;
  const app = new Hono<MiniAppEnv>();

  /** @throws AppError `generation-not-found`, also for somebody else's */
  async function own(context: MiniAppContext): Promise<Status> {
    const status = await generations.status(context.req.param('id') ?? '');
    if (status?.generation.personId === context.get('person').id) return status;
    throw new AppError('generation-not-found', 'No such generation of this person');
  }

  /** The next form of this model, here or in the chat, begins with the same settings. */
  async function rememberChoice(person: Person, modelId: string, input: Input): Promise<void> {
    const model = registry.get(modelId);
    if (!model) return;
    await preferModel(database, person, { type: model.model_type, modelId });
    await generations.usedModels.remember(person.id, { modelId, settings: habitsIn(model, input) });
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
      quiet: context.get('person').settings.quietApp ?? false,
    });
    await rememberChoice(context.get('person'), generation.modelId, input);
    const status: Status = { generation, phase: 'queued', elapsedSeconds: 0 };
    return context.json(views.view(status, context.get('speech')), 201);
  });

  app.get('/generations', async (context) => {
    const { before, kind, words } = context.req.query();
    const found = await generations.ended(context.get('person').id, {
      limit: pageSize + 1,
      ...(before === undefined ? {} : { before }),
      ...(isKind(kind) ? { kind } : {}),
      ...(words === undefined ? {} : { words }),
    });
    const items = await views.page(found.slice(0, pageSize), context.get('speech'));
    const page: GenerationPage = { items, more: found.length > pageSize };
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

  app.post('/generations/:id/share', async (context) => {
    const { generation } = await own(context);
    const { index } = await readBody(context, which);
    const prepared = await telegram.prepareShare(generation, index, context.get('person').locale);
    const link = `https://t.me/${await telegram.username()}?start=g_${generation.id}`;
    const share: Share = { link, ...(prepared === null ? {} : { prepared }) };
    return context.json(share);
  });

  app.post('/generations/:id/hide', async (context) => {
    const { generation } = await own(context);
    return context.json({ hidden: await generations.hide(generation.id, generation.personId) });
  });
  return app;
}

function isKind(text: string | undefined): text is (typeof kinds)[number] {
  return kinds.some((kind) => kind === text);
}
