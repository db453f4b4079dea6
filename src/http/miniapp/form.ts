import { Hono } from 'hono';
import { type FormState, formState, typeName } from '#forms';
import { balance } from '#ledger';
import { AppError } from '#platform';
import type { Model } from '#registry';
import { readBody } from '../pages/body.ts';
import type { MiniAppContext, MiniAppEnv } from './context.ts';
import type { FormView } from './contract.ts';
import { fieldView } from './field-view.ts';
import { formRequest } from './form-request.ts';
import type { MiniAppParts } from './parts.ts';
import { problemView } from './refusals.ts';

/** POST /form: what a half-filled form needs, what is wrong in it, and what it costs. Nothing is kept. */
export function formRoutes(parts: MiniAppParts): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.post('/form', async (context) => {
    const { modelId, input } = await readBody(context, formRequest);
    const { id: personId } = context.get('person');
    const state = await formState(parts, offeredModel(parts, modelId), { input, personId });
    const { available } = await balance(parts.database.db, personId);
    return context.json(formView(context, state, available));
  });
  return app;
}

/** @throws AppError `unknown-model`, `model-unavailable` */
export function offeredModel({ registry, offer }: MiniAppParts, id: string): Model {
  const model = registry.get(id);
  if (!model) throw new AppError('unknown-model', `No model ${id.slice(0, 100)}`);
  if (!offer.isOffered(model))
    throw new AppError('model-unavailable', `${id} is not offered`, { values: { model: model.title } });
  return model;
}

function formView(context: MiniAppContext, state: FormState, available: number): FormView {
  const speech = context.get('speech');
  const { id, title, provider, model_type: type, delivers } = state.model;
  return {
    model: { id, title, provider, type, typeName: typeName(speech, type), delivers },
    fields: state.fields.map((field) => fieldView(speech, field)),
    next: state.question?.name ?? null,
    problems: state.problems.map((problem) => problemView(speech, problem)),
    price: state.price,
    available,
  };
}
