import { MODEL_TYPES, type ModelType } from '#registry';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import {
  foundModelsScreen,
  type ModelRow,
  modelsScreen,
  SHELVES,
  type Shelf,
  shelfScreen,
  typesScreen,
} from '../render/models.ts';
import type { Screen } from '../render/screen.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import { askFor } from './asked.ts';
import type { Forms } from './forms.ts';

const RECENT_SHOWN = 16;
const QUICK_SHOWN = 16;

type Slice = Pick<Services, 'database' | 'registry' | 'catalogue' | 'codes' | 'generations' | 'rowFacts'>;

/** `/models` lists what can be done, `/models wan` what is called so. */
export function modelsCommand(services: Slice): CommandHandler {
  const { catalogue, rowFacts } = services;
  return async (ctx, query) => {
    await rowFacts.refresh();
    await ctx.send(
      query === '' ? typesScreen(ctx.voice, catalogue.types()) : foundModels(ctx, services, query),
    );
  };
}

/** The models of that name, or all kinds of them where there is none. */
export function foundModels(
  ctx: BotContext,
  { catalogue, rowFacts }: Pick<Slice, 'catalogue' | 'rowFacts'>,
  query: string,
): Screen {
  const rows = catalogue.search(query);
  return rows.length > 0
    ? foundModelsScreen(ctx.voice, query, rows, rowFacts)
    : typesScreen(ctx.voice, catalogue.types(), ctx.voice.html('models-not-found', { query }));
}

type ModelsTaps = 'types' | 'type' | 'model' | 'shelf' | 'model-search';

export function modelsTaps(services: Slice, forms: Forms): Pick<TapHandlers, ModelsTaps> {
  const { catalogue, codes, rowFacts } = services;
  const showTypes = (ctx: BotContext) => ctx.show(typesScreen(ctx.voice, catalogue.types()));
  return {
    async types(ctx) {
      await showTypes(ctx);
    },
    async type(ctx, { type, page }) {
      await rowFacts.refresh();
      if (!isType(type)) {
        ctx.toast(ctx.voice.plain('menu-outdated'));
        await showTypes(ctx);
        return;
      }
      await ctx.show(modelsScreen(ctx.voice, { type, rows: catalogue.rows(type), page }, rowFacts));
    },
    async model(ctx, { model: code }) {
      const model = codes.modelOf(code);
      if (model && catalogue.isOffered(model)) {
        await forms.open(ctx, { model, input: {}, asUsual: true });
        return;
      }
      const sentence = model
        ? ctx.voice.plain('model-unavailable-now', { name: model.title })
        : ctx.voice.plain('menu-outdated');
      ctx.toast(sentence, { alert: model !== undefined });
      if (!model) await showTypes(ctx);
    },
    async shelf(ctx, tap) {
      await rowFacts.refresh();
      const shelf = SHELVES.find((known) => known === tap.shelf);
      if (!shelf) return void (await showTypes(ctx));
      const rows = await rowsOn(ctx, services, shelf);
      await ctx.show(shelfScreen(ctx.voice, { shelf, rows, page: tap.page }, rowFacts));
    },
    async 'model-search'(ctx) {
      await askFor(ctx, services, { what: 'model' });
      await ctx.show(noteScreen(ctx.voice, ctx.voice.html('ask-model-search'), { to: 'types' }));
    },
  };
}

async function rowsOn(ctx: BotContext, services: Slice, shelf: Shelf): Promise<readonly ModelRow[]> {
  const { catalogue, generations, rowFacts } = services;
  switch (shelf) {
    case 'favourites':
      return catalogue.rowsOf(ctx.person.settings.favourites ?? []);
    case 'recent': {
      const used = await generations.usedModels.recent(ctx.person.id, RECENT_SHOWN);
      return catalogue.rowsOf(used.map(({ modelId }) => modelId));
    }
    case 'quick': {
      const timed = catalogue
        .everything()
        .flatMap((row) => ({ row, seconds: rowFacts.seconds(row.model) ?? Number.POSITIVE_INFINITY }));
      const known = timed.filter(({ seconds }) => Number.isFinite(seconds));
      return known
        .sort((a, b) => a.seconds - b.seconds)
        .slice(0, QUICK_SHOWN)
        .map(({ row }) => row);
    }
  }
}

export function isType(text: string): text is ModelType {
  return MODEL_TYPES.some((type) => type === text);
}
