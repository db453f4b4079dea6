import { Hono } from 'hono';
import { z } from 'zod';
import { readBody } from '../pages/body.ts';
import type { MiniAppEnv } from './context.ts';
import type { RenewedLinks } from './contract.ts';
import type { FileLinks } from './file-links.ts';
import type { MiniAppParts } from './parts.ts';

const addresses = z.object({ urls: z.array(z.string().max(300)).max(200) });

/** POST /links: a page that stays open longer than its links asks for new ones. */
export function linkRoutes({ clock }: MiniAppParts, links: FileLinks): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.post('/links', async (context) => {
    const { urls } = await readBody(context, addresses);
    const { id } = context.get('person');
    const renewed: RenewedLinks = { urls: urls.map((url) => links.renew(url, id, clock.now())) };
    return context.json(renewed);
  });
  return app;
}
