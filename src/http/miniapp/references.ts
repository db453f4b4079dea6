import { Hono } from 'hono';
import { makersFor, referencesIn } from '#forms';
import type { MiniAppEnv } from './context.ts';
import type { ReferenceView } from './contract.ts';
import { offeredModel } from './form.ts';
import type { GenerationViews } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';

/** More than anybody looks through; what is older is found in the chat. */
const most = 100;

/** GET /references: what of a person's earlier results a field can name, newest first. */
export function referenceRoutes(parts: MiniAppParts, views: GenerationViews): Hono<MiniAppEnv> {
  const { registry, generations } = parts;
  const app = new Hono<MiniAppEnv>();
  app.get('/references', async (context) => {
    const { model: modelId = '', field = '' } = context.req.query();
    const model = offeredModel(parts, modelId);
    const models = makersFor(registry, model, field);
    if (models.length === 0) return context.json([]);
    const ended = await generations.ended(context.get('person').id, { limit: most, models });
    const shown = await views.page(ended, context.get('speech'));
    const found = ended.flatMap(({ generation }, at) => {
      const view = shown[at];
      const maker = registry.get(generation.modelId);
      return referencesIn(model, field, generation, maker).map(({ id, name, index, also }): ReferenceView => {
        const title = maker?.title ?? generation.modelId;
        const file = view?.media[index];
        return {
          id,
          name: name ?? title,
          model: title,
          createdAt: generation.createdAt.toISOString(),
          also,
          ...(file ? { file } : {}),
        };
      });
    });
    return context.json(found);
  });
  return app;
}
