import type { BotContext, TapHandlers } from '../context.ts';
import { failingModelsScreen, foundModelsScreen } from '../render/admin-selling.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { lineOf, modelCard } from './acts-on-selling.ts';
import { propose } from './propose.ts';

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

/** Models of that name, whether they are on or off. */
export async function foundSwitches(ctx: BotContext, services: Slice, text: string): Promise<Screen> {
  const query = text.trim();
  const failing = await services.operator.failingModels();
  const models = services.registry.list({ text: query, status: 'active' }).slice(0, FOUND);
  const lines = models.map((model) => lineOf(services, model, failing));
  return foundModelsScreen(ctx.voice, query, lines);
}

export function modelSwitchTaps(
  services: Services,
): Pick<TapHandlers, 'admin-models' | 'admin-model' | 'admin-switch'> {
  const { codes } = services;
  return {
    async 'admin-models'(ctx) {
      await ctx.show(await modelsOverview(ctx, services));
    },
    async 'admin-model'(ctx, { model: code }) {
      const model = codes.modelOf(code);
      await ctx.show(await (model ? modelCard(ctx, services, model) : modelsOverview(ctx, services)));
    },
    async 'admin-switch'(ctx, { model: code, how }) {
      const model = codes.modelOf(code);
      if (!model) return void (await ctx.show(await modelsOverview(ctx, services)));
      await propose(ctx, services, { what: how === 'off' ? 'switch-off' : 'switch-on', model: model.id });
    },
  };
}
