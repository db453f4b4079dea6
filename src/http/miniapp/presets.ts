import { Hono } from 'hono';
import { z } from 'zod';
import { presetName, withoutFiles } from '#forms';
import type { Preset } from '#generation';
import { AppError } from '#platform';
import { readBody } from '../pages/body.ts';
import type { MiniAppEnv } from './context.ts';
import type { PresetView } from './contract.ts';
import { offeredModel } from './form.ts';
import { formRequest } from './form-request.ts';
import type { GenerationViews } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';

const name = z.string().max(500).transform(presetName).pipe(z.string().min(1));
const named = formRequest.extend({ name });
const renamed = z.object({ name });

/** Forms kept under a name: the same as in the chat. */
export function presetRoutes(parts: MiniAppParts, views: GenerationViews): Hono<MiniAppEnv> {
  const { generations, registry, telegram } = parts;
  const { presets } = generations;
  const app = new Hono<MiniAppEnv>();

  async function view({ id, name, modelId }: Preset): Promise<PresetView> {
    const title = registry.get(modelId)?.title ?? modelId;
    return { id, name, model: { id: modelId, title }, link: await linkTo(id) };
  }

  async function linkTo(id: string): Promise<string> {
    return `https://t.me/${await telegram.username()}?start=p_${id}`;
  }

  app.get('/presets', async (context) => {
    const kept = await presets.of(context.get('person').id);
    return context.json(await Promise.all(kept.map(view)));
  });

  app.post('/presets', async (context) => {
    const { name, modelId, input } = await readBody(context, named);
    offeredModel(parts, modelId);
    const preset = await presets.save({ personId: context.get('person').id, name, modelId, input });
    return context.json(await view(preset), 201);
  });

  /** Somebody else's comes without its files. */
  app.get('/presets/:id', async (context) => {
    const { id: personId } = context.get('person');
    const preset = await presets.get(context.req.param('id'));
    if (!preset) throw new AppError('preset-gone', 'No such preset');
    const model = offeredModel(parts, preset.modelId);
    const input = preset.personId === personId ? preset.input : withoutFiles(model, preset.input);
    return context.json(await views.form(personId, model, input));
  });

  app.put('/presets/:id', async (context) => {
    const { name } = await readBody(context, renamed);
    const preset = await presets.rename(context.req.param('id'), context.get('person').id, name);
    if (!preset) throw new AppError('preset-gone', 'No such preset');
    return context.json(await view(preset));
  });

  app.delete('/presets/:id', async (context) => {
    const removed = await presets.remove(context.req.param('id'), context.get('person').id);
    return context.json({ removed });
  });
  return app;
}
