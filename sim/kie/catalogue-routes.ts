import type { Hono } from 'hono';
import { answerOrFault, type SimContext, type SimEnv } from './answers.ts';
import { type Envelope, ok, refusal, SAYS } from './envelope.ts';
import type { SimModel } from './models.ts';
import { openApiOf } from './openapi.ts';
import { pricingText } from './pricing-text.ts';
import type { KieWorld } from './world.ts';

const BUCKET_MS = 600_000;

/** Models, schema, price and success rate (facts: catalogue); one request per second for all together. */
export function addCatalogueRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  app.get('/api/v1/models', (c) => serve(c, world, () => ok(listing(c, world))));
  app.get('/api/v1/models/*', (c, next) => {
    const route = /^\/api\/v1\/models\/(.+)\/(schema|price|success-rate)$/.exec(
      decodeURIComponent(c.req.path),
    );
    if (!route) return next();
    const [, id = '', view = ''] = route;
    return serve(c, world, () => {
      const model = shown(world).find((each) => each.id === id);
      return model ? ok(viewOf(view, model, world)) : refusal(404, SAYS.unknownModel);
    });
  });
}

function serve(c: SimContext, world: KieWorld, work: () => Envelope): Promise<Response> {
  return answerOrFault(c, world, world.scenario.takeFault('catalogue', {}), () => {
    if (!world.account.knows(c.req.header('authorization'))) return refusal(401, SAYS.unauthorized);
    return world.account.mayReadCatalogue() ? work() : refusal(429, SAYS.tooFrequent);
  });
}

/** The live catalogue knows active models only. */
function shown(world: KieWorld): SimModel[] {
  return world.catalogue.list().filter((model) => model.status === 'active');
}

function listing(c: SimContext, world: KieWorld) {
  const types = c.req.query('taskType')?.split(',');
  const provider = c.req.query('provider');
  const word = c.req.query('q')?.toLowerCase();
  const models = shown(world)
    .filter((model) => !types || model.taskTypes.some((type) => types.includes(type)))
    .filter((model) => !provider || model.provider === provider)
    .filter((model) => !word || `${model.id} ${model.title}`.toLowerCase().includes(word));
  return { total: models.length, models: models.map(row) };
}

function row(model: SimModel) {
  const { id, title, provider, taskTypes } = model;
  const slug = id.replaceAll(/[/.]/g, '-');
  return {
    model: id,
    slug,
    title,
    provider,
    taskType: taskTypes,
    description: null,
    pricingDesc: pricingText(model),
  };
}

function viewOf(view: string, model: SimModel, world: KieWorld) {
  if (view === 'price') return { model: model.id, pricingDesc: pricingText(model) };
  if (view === 'success-rate') return { model: model.id, points: points(world.clock.now()) };
  return { model: model.id, openapi: model.openapi === null ? null : openApiOf(model) };
}

/** The last hour in 10-minute buckets. */
function points(now: number) {
  const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');
  const current = Math.floor(now / BUCKET_MS) * BUCKET_MS;
  return [6, 5, 4, 3, 2, 1].map((back) => {
    const start = current - back * BUCKET_MS;
    return { start: iso(start), end: iso(start + BUCKET_MS), successRate: 100, errorRate: 0, isNormal: true };
  });
}
