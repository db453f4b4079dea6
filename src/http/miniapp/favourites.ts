import { Hono } from 'hono';
import { z } from 'zod';
import { changeSettings } from '#people';
import { readBody } from '../pages/body.ts';
import type { MiniAppEnv } from './context.ts';
import { offeredModel } from './form.ts';
import type { MiniAppParts } from './parts.ts';
import { personView } from './session.ts';

const favourite = z.object({ modelId: z.string().max(200), on: z.boolean() });

/** PUT /favourites: one star at a time; those that the chat puts meanwhile stay. */
export function favouriteRoutes(parts: MiniAppParts): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.put('/favourites', async (context) => {
    const { modelId, on } = await readBody(context, favourite);
    const person = context.get('person');
    const { id } = on ? offeredModel(parts, modelId) : { id: modelId };
    const settings = await parts.database.transaction((trx) =>
      changeSettings(trx, person.id, ({ favourites = [], ...others }) => {
        const rest = favourites.filter((known) => known !== id);
        return { ...others, favourites: on ? [...rest, id] : rest };
      }),
    );
    return context.json(personView({ ...person, settings }));
  });
  return app;
}
