import type { Hono } from 'hono';
import { answerOrFault, isObject, jsonBody, type SimContext, type SimEnv } from './answers.ts';
import { createTask } from './create-task.ts';
import { type Envelope, ok, refusal, SAYS } from './envelope.ts';
import { markedScenarios } from './named-scenarios.ts';
import { recordOf } from './record.ts';
import type { KieWorld } from './world.ts';

/** createTask and recordInfo (facts: unified job API). */
export function addJobRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  app.post('/api/v1/jobs/createTask', (c) => postTask(c, world));
  app.get('/api/v1/jobs/recordInfo', (c) => getRecord(c, world));
}

async function postTask(c: SimContext, world: KieWorld): Promise<Response> {
  const body = await jsonBody(c);
  const input = isObject(body?.input) ? body.input : {};
  const subject = { model: typeof body?.model === 'string' ? body.model : undefined, input };
  const marks = markedScenarios(input);
  const known = world.account.knows(c.req.header('authorization'));
  const fault = world.scenario.takeFault('createTask', subject) ?? marks.find((mark) => mark.fault)?.fault;
  return answerOrFault(c, world, known ? fault : undefined, () => {
    if (!known) return refusal(401, SAYS.unauthorized);
    if (!world.account.mayCreateTask()) return refusal(429, SAYS.tooFrequent);
    const marked = Object.assign({}, ...marks.map((mark) => mark.task));
    return createTask(world, body, marked);
  });
}

function getRecord(c: SimContext, world: KieWorld): Promise<Response> {
  const taskId = c.req.query('taskId') ?? '';
  const task = world.tasks.get(taskId);
  const fault = world.scenario.takeFault('recordInfo', { taskId, model: task?.model.id, input: task?.input });
  return answerOrFault(c, world, fault, () => record(c, world, taskId));
}

function record(c: SimContext, world: KieWorld, taskId: string): Envelope {
  if (!world.account.knows(c.req.header('authorization'))) return refusal(401, SAYS.unauthorized);
  if (taskId === '') return refusal(400, SAYS.taskIdRequired);
  const now = world.clock.now();
  const task = world.tasks.get(taskId);
  if (!task || now < task.createTime + (task.twist.unseenMs ?? 0)) return refusal(422, SAYS.recordNull);
  if (!world.account.mayReadTask(taskId)) return refusal(429, SAYS.tooFrequent);
  return ok(recordOf(task, now));
}
