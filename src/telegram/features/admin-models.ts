import type { FailingModel } from '#operator';
import type { Model } from '#registry';
import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { failingModelsScreen, type ModelLine, modelSwitchScreen } from '../render/admin-selling.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';

type Slice = Pick<Services, 'operator' | 'registry' | 'codes'>;

const FOUND = 12;

/** What is switched off comes first, then what fails. */
async function modelsOverview(ctx: BotContext, services: Slice): Promise<Screen> {
  const failing = await services.operator.failingModels();
  const off = services.operator.terms().switchedOff;
  const ids = [...new Set([...off, ...failing.map(({ modelId }) => modelId)])];
  const lines = ids
    .flatMap((id) => services.registry.get(id) ?? [])
    .map((model) => lineOf(services, model, failing));
  return failingModelsScreen(ctx.voice, lines);
}

function lineOf({ operator, codes }: Slice, model: Model, failing: readonly FailingModel[]): ModelLine {
  return {
    code: codes.codeOf(model.id),
    title: model.title,
    isOff: operator.terms().switchedOff.has(model.id),
    failing: failing.find(({ modelId }) => modelId === model.id),
  };
}

/** Models of that name, whether they are on or off. */
export async function foundSwitches(ctx: BotContext, services: Slice, text: string): Promise<Screen> {
  const failing = await services.operator.failingModels();
  const models = services.registry.list({ text: text.trim(), status: 'active' }).slice(0, FOUND);
  return failingModelsScreen(
    ctx.voice,
    models.map((model) => lineOf(services, model, failing)),
  );
}

export function modelSwitchTaps(
  services: Slice,
): Pick<TapHandlers, 'admin-models' | 'admin-model' | 'admin-switch'> {
  const { operator, codes } = services;

  async function show(ctx: BotContext, code: string): Promise<void> {
    const model = codes.modelOf(code);
    if (!model) return void (await ctx.show(await modelsOverview(ctx, services)));
    const line = lineOf(services, model, await operator.failingModels());
    await ctx.show(modelSwitchScreen(ctx.voice, line, model.id));
  }

  return {
    async 'admin-models'(ctx) {
      await ctx.show(await modelsOverview(ctx, services));
    },
    'admin-model': (ctx, { model }) => show(ctx, model),
    async 'admin-switch'(ctx, { model: code, how }) {
      const model = codes.modelOf(code);
      if (!model) return show(ctx, code);
      const order = { actor: actorOf(ctx), reason: '', modelId: model.id };
      await (how === 'off' ? operator.switchOff(order) : operator.switchOn(order));
      ctx.toast(ctx.voice.plain('admin-done'));
      await show(ctx, code);
    },
  };
}
