import { Hono } from 'hono';
import { type FormState, formState, typeName, withHabits } from '#forms';
import { balance } from '#ledger';
import { AppError } from '#platform';
import type { Input, Model } from '#registry';
import { readBody } from '../pages/body.ts';
import type { MiniAppContext, MiniAppEnv } from './context.ts';
import type { FileView, FormView } from './contract.ts';
import { fieldView } from './field-view.ts';
import { formRequest } from './form-request.ts';
import type { GenerationViews } from './generation-view.ts';
import type { MiniAppParts } from './parts.ts';
import { problemView } from './refusals.ts';

const asked = formRequest.partial({ input: true });

/** POST /form: what a half-filled form needs, what is wrong in it, and what it costs. Nothing is kept. */
export function formRoutes(parts: MiniAppParts, views: GenerationViews): Hono<MiniAppEnv> {
  const { database, registry, generations } = parts;
  const app = new Hono<MiniAppEnv>();

  /** A form begins with the settings that the person had the last time, as in the chat. */
  async function usual(personId: number, model: Model): Promise<Input> {
    const used = await generations.usedModels.get(personId, model.id);
    return used ? withHabits(registry, model, {}, used.settings) : {};
  }

  app.post('/form', async (context) => {
    const { modelId, input: given } = await readBody(context, asked);
    const { id: personId } = context.get('person');
    const model = offeredModel(parts, modelId);
    const input = given ?? (await usual(personId, model));
    const state = await formState(parts, model, { input, personId });
    const { available } = await balance(database.db, personId);
    const { files } = await views.form(personId, model, input);
    const view = formView(context, state, { available, files });
    return context.json(given === undefined ? { ...view, input } : view);
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

function formView(
  context: MiniAppContext,
  state: FormState,
  { available, files }: { available: number; files: Record<string, FileView> },
): FormView {
  const speech = context.get('speech');
  const { id, title, provider, model_type: type, delivers } = state.model;
  return {
    model: { id, title, provider, type, typeName: typeName(speech, type), delivers },
    files,
    fields: state.fields.map((field) => fieldView(speech, field)),
    next: state.question?.name ?? null,
    problems: state.problems.map((problem) => problemView(speech, problem, state.fields)),
    price: state.price,
    available,
  };
}
