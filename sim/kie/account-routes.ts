import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { answerOrFault, jsonBody, type SimContext, type SimEnv } from './answers.ts';
import { type Envelope, ok, refusal, SAYS } from './envelope.ts';
import type { KieWorld } from './world.ts';

/** A download link lives 20 minutes (facts: common). */
const LINK_LIFE_MS = 20 * 60_000;

/** Balance and download links (facts: common). */
export function addAccountRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  const links = new Map<string, { path: string; expiresAt: number }>();

  app.get('/api/v1/chat/credit', (c) =>
    answerOrFault(c, world, world.scenario.takeFault('credit', {}), () =>
      guarded(c, world, () => ok(world.account.balance)),
    ),
  );

  app.post('/api/v1/common/download-url', async (c) => {
    const url = (await jsonBody(c))?.url;
    return answerOrFault(c, world, world.scenario.takeFault('downloadUrl', {}), () =>
      guarded(c, world, () => {
        const path = typeof url === 'string' ? world.pathOf(url) : undefined;
        if (!path || !/^\/(result|files)\//.test(path)) return refusal(422, SAYS.wrongUrl);
        const token = randomBytes(12).toString('hex');
        links.set(token, { path, expiresAt: world.clock.now() + LINK_LIFE_MS });
        return ok(`${world.origin}/link/${token}/${path.split('/').pop()}`);
      }),
    );
  });

  app.get('/link/:token/:name', (c) => {
    const link = links.get(c.req.param('token'));
    if (!link || link.expiresAt <= world.clock.now()) return c.body(null, 403);
    return app.request(link.path, { headers: c.req.raw.headers }, c.env);
  });
}

function guarded(c: SimContext, world: KieWorld, work: () => Envelope): Envelope {
  return world.account.knows(c.req.header('authorization')) ? work() : refusal(401, SAYS.unauthorized);
}
