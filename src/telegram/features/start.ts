import { balance } from '#ledger';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import type { Screen } from '../render/screen.ts';
import { EXAMPLES, startScreen } from '../render/start.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';

type Slice = Pick<Services, 'database' | 'catalogue' | 'config'>;

/** The first screen of this person, with today's counts. */
export async function homeScreen(ctx: BotContext, { database, catalogue, config }: Slice): Promise<Screen> {
  const { available } = await balance(database.db, ctx.person.id);
  return startScreen(ctx.voice, {
    name: ctx.person.firstName,
    credits: available,
    ...(ctx.welcomeCredits > 0 ? { welcomeCredits: ctx.welcomeCredits } : {}),
    miniAppUrl: config.miniAppUrl,
    isBack: ctx.person.settings.lastModelIds !== undefined,
    types: catalogue.types().filter(({ count }) => count > 0),
  });
}

export function startCommand(services: Slice): CommandHandler {
  return async (ctx) => {
    await ctx.send(await homeScreen(ctx, services));
  };
}

export function startTaps(services: Slice, forms: Forms): Pick<TapHandlers, 'home' | 'example' | 'idle'> {
  return {
    async home(ctx) {
      await ctx.show(await homeScreen(ctx, services));
    },
    async example(ctx, { example }) {
      const known = EXAMPLES.find((candidate) => candidate === example);
      if (known === undefined) await ctx.show(await homeScreen(ctx, services));
      else await forms.openForText(ctx, ctx.voice.plain(`example-${known}-prompt`));
    },
    // The page number between two arrows: nothing to do but to answer.
    idle: async () => undefined,
  };
}
