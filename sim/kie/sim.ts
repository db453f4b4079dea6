import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { addAccountRoutes } from './account-routes.ts';
import type { SimEnv } from './answers.ts';
import { addCatalogueRoutes } from './catalogue-routes.ts';
import { isVirtual } from './clock.ts';
import { addControlRoutes } from './control-routes.ts';
import { springNotFound } from './envelope.ts';
import { addFileRoutes } from './file-routes.ts';
import { addJobRoutes } from './job-routes.ts';
import type { KieSim, KieSimOptions } from './options.ts';
import type { Operation } from './scenario.ts';
import { addUploadRoutes } from './upload-routes.ts';
import { KieWorld } from './world.ts';

/** Starts a simulator of kie.ai: job API, uploads, catalogue, result files and its own controls on one port. */
export async function createKieSim(options: KieSimOptions = {}): Promise<KieSim> {
  const world = new KieWorld(options);
  const host = options.host ?? '127.0.0.1';
  const server = await listen(simApp(world), options.port ?? 0, host);
  const url = `http://${host}:${server.address.port}`;
  world.origin = options.publicUrl ?? url;
  const close = () => shutDown(world, server.server);
  return {
    url,
    uploadUrl: url,
    scenario: world.scenario,
    journal: world.journal,
    credits: world.account,
    catalogue: world.catalogue,
    tasks: world.tasks,
    settle: () => world.settle(),
    async advance(ms) {
      if (!isVirtual(world.clock))
        throw new Error('advance() needs a virtual clock: createKieSim({ clock: virtualClock() })');
      await world.clock.advance(ms);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function simApp(world: KieWorld): Hono<SimEnv> {
  const app = new Hono<SimEnv>();
  addJournal(app, world);
  addCloudflare(app);
  addJobRoutes(app, world);
  addAccountRoutes(app, world);
  addUploadRoutes(app, world);
  addCatalogueRoutes(app, world);
  addFileRoutes(app, world);
  addControlRoutes(app, world);
  app.notFound((c) => c.json(springNotFound(c.req.path, world.clock.now()), 404));
  return app;
}

const OPERATION_BY_PATH: readonly (readonly [RegExp, Operation])[] = [
  [/^\/api\/v1\/jobs\/createTask$/, 'createTask'],
  [/^\/api\/v1\/jobs\/recordInfo$/, 'recordInfo'],
  [/^\/api\/v1\/chat\/credit$/, 'credit'],
  [/^\/api\/v1\/common\/download-url$/, 'downloadUrl'],
  [/^\/api\/file-.*-upload$/, 'upload'],
  [/^\/api\/v1\/models/, 'catalogue'],
  [/^\/result\//, 'result'],
  [/^\/files\//, 'file'],
];

/** Writes every request except those to the simulator's own controls into the journal and the log. */
function addJournal(app: Hono<SimEnv>, world: KieWorld): void {
  app.use(async (c, next) => {
    c.set('code', null);
    c.set('fault', null);
    const at = world.clock.now();
    await next();
    const { path, method } = c.req;
    if (path.startsWith('/sim/')) return;
    const operation = OPERATION_BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'unknown';
    const { status } = c.res;
    world.journal.add({
      kind: 'request',
      at,
      operation,
      method,
      path,
      status,
      code: c.get('code'),
      fault: c.get('fault'),
    });
    world.log(`${method} ${path} ${status} ${c.get('code') ?? ''} ${c.get('fault') ?? ''}`.trim());
  });
}

/** Cloudflare in front: no User-Agent, no entry; its headers on every answer (facts: unified job API). */
function addCloudflare(app: Hono<SimEnv>): void {
  app.use('/api/*', async (c, next) => {
    if (!c.req.header('user-agent')) return c.text('error code: 1010', 403);
    await next();
    c.header('server', 'cloudflare');
    c.header('cf-ray', `${randomBytes(8).toString('hex')}-FRA`);
    return undefined;
  });
}

async function listen(
  app: Hono<SimEnv>,
  port: number,
  host: string,
): Promise<{ server: Server; address: AddressInfo }> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, address: server.address() as AddressInfo };
}

async function shutDown(world: KieWorld, server: Server): Promise<void> {
  world.tasks.close();
  world.callbacks.close();
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
