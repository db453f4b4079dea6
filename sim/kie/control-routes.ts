import type { Hono } from 'hono';
import { z } from 'zod';
import { jsonBody, type SimEnv } from './answers.ts';
import { isVirtual } from './clock.ts';
import type { SimModel } from './models.ts';
import { NAMED_SCENARIOS, namedScenario } from './named-scenarios.ts';
import { type Fault, OPERATIONS } from './scenario.ts';
import { stateOf } from './tasks.ts';
import type { KieWorld } from './world.ts';

const after = z.boolean().default(false);
const faultShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refuse'),
    code: z.int(),
    msg: z.string().exactOptional(),
    http: z.int().exactOptional(),
    retryAfter: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('status'), status: z.int(), body: z.string().exactOptional(), after }),
  z.object({ kind: z.literal('html'), status: z.int().exactOptional(), after }),
  z.object({ kind: z.literal('garbage'), after }),
  z.object({ kind: z.literal('half') }),
  z.object({ kind: z.literal('hang'), after }),
  z.object({ kind: z.literal('drop'), after }),
  z.object({ kind: z.literal('delay'), ms: z.number() }),
]) satisfies z.ZodType<Fault>;

const twistShape = z.strictObject({
  runMs: z.number().exactOptional(),
  fail: z.object({ failCode: z.union([z.string(), z.number()]), failMsg: z.string() }).exactOptional(),
  callback: z.enum(['lost', 'double']).exactOptional(),
  expired: z.literal([403, 404]).exactOptional(),
  unseenMs: z.number().exactOptional(),
  oddState: z.string().exactOptional(),
  resultJson: z.string().nullable().exactOptional(),
});

/** `times: null` means always. */
const matchShape = {
  model: z.string().exactOptional(),
  prompt: z.string().exactOptional(),
  taskId: z.string().exactOptional(),
  times: z.int().positive().nullable().default(1),
};

const scenarioShape = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({ name: z.string(), ...matchShape }),
  z.strictObject({ operation: z.enum(OPERATIONS), fault: faultShape, ...matchShape }),
  z.strictObject({ task: twistShape, ...matchShape }),
]);

/** The simulator's own controls, for a process that is not ours: scenarios, journal, state, time, drift. */
export function addControlRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  app.get('/sim/scenarios', (c) => c.json(NAMED_SCENARIOS));
  app.post('/sim/scenario', async (c) => {
    const order = scenarioShape.safeParse(await jsonBody(c));
    if (!order.success) return c.json({ ok: false, error: z.prettifyError(order.error) }, 400);
    return plan(world, order.data)
      ? c.json({ ok: true })
      : c.json({ ok: false, error: 'no such scenario' }, 404);
  });
  app.get('/sim/journal', (c) =>
    c.json({ entries: world.journal.entries.slice(Number(c.req.query('from') ?? 0)) }),
  );
  app.get('/sim/state', (c) => c.json(stateOfWorld(world)));
  app.post('/sim/credits', async (c) => {
    const body = z.object({ balance: z.number() }).safeParse(await jsonBody(c));
    if (!body.success) return c.json({ ok: false, error: z.prettifyError(body.error) }, 400);
    world.account.set(body.data.balance);
    return c.json({ ok: true });
  });
  app.post('/sim/advance', async (c) => {
    const body = z.object({ ms: z.number().nonnegative() }).safeParse(await jsonBody(c));
    if (!body.success || !isVirtual(world.clock))
      return c.json({ ok: false, error: 'needs ms and virtual time' }, 400);
    await world.clock.advance(body.data.ms);
    return c.json({ ok: true, now: world.clock.now() });
  });
  app.post('/sim/catalogue', async (c) => {
    const body = await jsonBody(c);
    for (const id of Array.isArray(body?.remove) ? body.remove : []) world.catalogue.remove(String(id));
    for (const model of Array.isArray(body?.put) ? (body.put as SimModel[]) : []) world.catalogue.put(model);
    return c.json({ ok: true, total: world.catalogue.list().length });
  });
}

function plan(world: KieWorld, order: z.infer<typeof scenarioShape>): boolean {
  if ('clear' in order) {
    world.scenario.clear();
    return true;
  }
  const { times, model, prompt, taskId } = order;
  const match = {
    times: times ?? Number.POSITIVE_INFINITY,
    ...(model === undefined ? {} : { model }),
    ...(prompt === undefined ? {} : { prompt }),
    ...(taskId === undefined ? {} : { taskId }),
  };
  const named = 'name' in order ? namedScenario(order.name) : undefined;
  if ('operation' in order) world.scenario.next(order.operation, order.fault, match);
  if ('task' in order) world.scenario.task(order.task, match);
  if (named?.fault) world.scenario.next('createTask', named.fault, match);
  if (named?.task) world.scenario.task(named.task, match);
  return !('name' in order) || named !== undefined;
}

function stateOfWorld(world: KieWorld) {
  const now = world.clock.now();
  const tasks = world.tasks.list().map((task) => ({
    taskId: task.id,
    model: task.model.id,
    state: stateOf(task, now),
    price: task.price,
    createTime: task.createTime,
  }));
  return { now, credits: world.account.balance, running: world.tasks.running, tasks };
}
