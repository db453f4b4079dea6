import { Hono } from 'hono';
import { z } from 'zod';
import { isNew, mostWishedFirst, type OfferedModel, typeName } from '#forms';
import { changeSettings } from '#people';
import { readBody } from '../pages/body.ts';
import type { MiniAppEnv } from './context.ts';
import type { Catalogue, CatalogueModel } from './contract.ts';
import { offeredModel } from './form.ts';
import type { MiniAppParts } from './parts.ts';
import { personView } from './session.ts';

const favourite = z.object({ modelId: z.string().max(200), on: z.boolean() });

/** Everything that is for sale, and the favourites among it; searching is the page's business. */
export function catalogueRoutes(parts: MiniAppParts): Hono<MiniAppEnv> {
  const { database, offer, generations, clock } = parts;
  const app = new Hono<MiniAppEnv>();
  app.get('/catalogue', async (context) => {
    const speech = context.get('speech');
    const seconds = await generations.typicalSeconds();
    const catalogue: Catalogue = {
      types: mostWishedFirst(offer.types())
        .filter(({ count }) => count > 0)
        .map(({ type, count }) => ({ type, name: typeName(speech, type), count })),
      models: offer.all().map((row) => modelView(row, seconds.get(row.model.id), clock.now())),
    };
    return context.json(catalogue);
  });

  /** One star at a time: those that the chat puts meanwhile stay. */
  app.put('/favourites', async (context) => {
    const { modelId, on } = await readBody(context, favourite);
    const person = context.get('person');
    const { id } = on ? offeredModel(parts, modelId) : { id: modelId };
    const settings = await database.transaction((trx) =>
      changeSettings(trx, person.id, ({ favourites = [], ...others }) => {
        const rest = favourites.filter((known) => known !== id);
        return { ...others, favourites: on ? [...rest, id] : rest };
      }),
    );
    return context.json(personView({ ...person, settings }));
  });
  return app;
}

function modelView(
  { model, from, varies }: OfferedModel,
  seconds: number | undefined,
  now: Date,
): CatalogueModel {
  return {
    id: model.id,
    title: model.title,
    provider: model.provider,
    type: model.model_type,
    types: [model.model_type, ...model.also],
    delivers: model.delivers,
    from: from ?? 0,
    varies,
    isNew: isNew(model, now),
    ...(seconds === undefined ? {} : { seconds: Math.round(seconds) }),
  };
}
