import { Hono } from 'hono';
import { mostWishedFirst, type OfferedModel, typeName } from '#forms';
import type { MiniAppEnv } from './context.ts';
import type { Catalogue, CatalogueModel } from './contract.ts';
import type { MiniAppParts } from './parts.ts';

/** GET /catalogue: everything that is for sale; searching it is the page's business. */
export function catalogueRoutes({ offer, generations }: MiniAppParts): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.get('/catalogue', async (context) => {
    const speech = context.get('speech');
    const seconds = await generations.typicalSeconds();
    const catalogue: Catalogue = {
      types: mostWishedFirst(offer.types())
        .filter(({ count }) => count > 0)
        .map(({ type, count }) => ({ type, name: typeName(speech, type), count })),
      models: offer.all().map((row) => modelView(row, seconds.get(row.model.id))),
    };
    return context.json(catalogue);
  });
  return app;
}

function modelView({ model, from, varies }: OfferedModel, seconds: number | undefined): CatalogueModel {
  return {
    id: model.id,
    title: model.title,
    provider: model.provider,
    type: model.model_type,
    types: [model.model_type, ...model.also],
    delivers: model.delivers,
    from: from ?? 0,
    varies,
    ...(seconds === undefined ? {} : { seconds: Math.round(seconds) }),
  };
}
