import { isObject } from './answers.ts';
import { type Envelope, ok, refusal, SAYS } from './envelope.ts';
import { findMistake } from './input-check.ts';
import type { SimModel } from './models.ts';
import { priceOf } from './price.ts';
import type { TaskTwist } from './scenario.ts';
import type { KieWorld } from './world.ts';

/**
 * One createTask after key and rate limit: model, input, credits, then the task exists and counts as bought.
 * Mistakes answer with the codes of the facts: 500 for parameters, 422 for an unknown model, 402 for the balance.
 */
export function createTask(
  world: KieWorld,
  body: Record<string, unknown> | undefined,
  marked: TaskTwist,
): Envelope {
  if (typeof body?.model !== 'string' || body.model === '') return refusal(500, 'model is required');
  const model = world.catalogue.get(body.model);
  if (!model) return refusal(422, SAYS.unknownModel);
  if (model.fate === 'paused') return refusal(500, SAYS.paused);
  if (!isObject(body.input)) return refusal(500, 'input is required');
  const mistake = findMistake(model, body.input);
  if (mistake) return refusal(mistake.code, mistake.msg);
  const callBackUrl =
    typeof body.callBackUrl === 'string' && body.callBackUrl !== '' ? body.callBackUrl : undefined;
  return buy(world, model, body.input, callBackUrl, marked);
}

function buy(
  world: KieWorld,
  model: SimModel,
  input: Record<string, unknown>,
  callBackUrl: string | undefined,
  marked: TaskTwist,
): Envelope {
  const price = priceOf(model, input, {
    secondsOf: (url) => world.secondsOf(url),
    earlierInput: (taskId) => world.tasks.get(taskId)?.input,
  });
  if (!world.account.reserve(price)) return refusal(402, SAYS.noCredits);
  const twist = { ...marked, ...world.scenario.takeTwist({ model: model.id, input }) };
  const runMs =
    twist.runMs ?? world.speeds[model.result.media ?? (model.result.shape === 'data' ? 'audio' : 'data')];
  const task = world.tasks.create({
    model,
    input,
    price,
    twist,
    runMs,
    ...(callBackUrl ? { callBackUrl } : {}),
  });
  world.journal.add({
    kind: 'bought',
    at: task.createTime,
    taskId: task.id,
    model: model.id,
    credits: price,
  });
  return ok({ taskId: task.id, recordId: task.id });
}
