import { MODEL_TYPES, type ModelType } from '#registry';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { foundModelsScreen, modelsScreen, typesScreen } from '../render/models.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';

type Slice = Pick<Services, 'catalogue' | 'codes'>;

/** `/models` lists what can be done, `/models wan` what is called so. */
export function modelsCommand({ catalogue }: Slice): CommandHandler {
  return async (ctx, query) => {
    if (query === '') {
      await ctx.send(typesScreen(ctx.voice, catalogue.types()));
      return;
    }
    const rows = catalogue.search(query);
    const screen =
      rows.length > 0
        ? foundModelsScreen(ctx.voice, query, rows)
        : typesScreen(ctx.voice, catalogue.types(), ctx.voice.html('models-not-found', { query }));
    await ctx.send(screen);
  };
}

export function modelsTaps(
  { catalogue, codes }: Slice,
  forms: Forms,
): Pick<TapHandlers, 'types' | 'type' | 'model'> {
  const showTypes = (ctx: BotContext) => ctx.show(typesScreen(ctx.voice, catalogue.types()));
  return {
    async types(ctx) {
      await showTypes(ctx);
    },
    async type(ctx, { type, page }) {
      if (!isType(type)) {
        ctx.toast(ctx.voice.plain('menu-outdated'));
        await showTypes(ctx);
        return;
      }
      await ctx.show(modelsScreen(ctx.voice, { type, rows: catalogue.rows(type), page }));
    },
    async model(ctx, { model: code }) {
      const model = codes.modelOf(code);
      if (model && catalogue.isOffered(model)) {
        await forms.open(ctx, { model, input: {} });
        return;
      }
      const sentence = model
        ? ctx.voice.plain('model-unavailable-now', { name: model.title })
        : ctx.voice.plain('menu-outdated');
      ctx.toast(sentence, { alert: model !== undefined });
      if (!model) await showTypes(ctx);
    },
  };
}

export function isType(text: string): text is ModelType {
  return MODEL_TYPES.some((type) => type === text);
}
