import { balance } from '#ledger';
import { changeSettings } from '#people';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import type { Screen } from '../render/screen.ts';
import { EXAMPLES, startScreen } from '../render/start.ts';
import type { Services } from '../services.ts';
import type { Forms } from './forms.ts';
import { followLink } from './links.ts';

type Slice = Pick<Services, 'database' | 'catalogue' | 'config'>;

/** The first screen of this person, with today's counts. */
export async function homeScreen(ctx: BotContext, { database, catalogue, config }: Slice): Promise<Screen> {
  const { available } = await balance(database.db, ctx.person.id);
  return startScreen(ctx.voice, {
    name: ctx.person.firstName,
    credits: available,
    ...(ctx.welcomeCredits > 0 ? { welcomeCredits: ctx.welcomeCredits } : {}),
    miniAppUrl: config.miniAppUrl,
    isNew: !(await knowsRules(ctx, database)),
    isBack: ctx.person.settings.lastModelIds !== undefined,
    types: catalogue.types().filter(({ count }) => count > 0),
  });
}

/** Whether the rules were shown before; they are from now on. */
async function knowsRules({ person }: BotContext, database: Slice['database']): Promise<boolean> {
  if (person.settings.rulesShown) return true;
  person.settings = await database.transaction((trx) =>
    changeSettings(trx, person.id, (settings) => ({ ...settings, rulesShown: true })),
  );
  return false;
}

export function startCommand(
  services: Slice &
    Pick<Services, 'registry' | 'codes' | 'generations' | 'canShare' | 'username' | 'clock' | 'log'>,
  forms: Forms,
): CommandHandler {
  return async (ctx, payload) => {
    if (payload !== '' && (await followLink(ctx, services, forms, payload))) return;
    await ctx.send(await homeScreen(ctx, services));
  };
}

export function startTaps(
  services: Slice,
  forms: Forms,
): Pick<TapHandlers, 'home' | 'menu' | 'example' | 'idle'> {
  return {
    async home(ctx) {
      await forms.leave(ctx);
      await ctx.show(await homeScreen(ctx, services));
    },
    async menu(ctx) {
      await forms.leave(ctx);
      await ctx.send(await homeScreen(ctx, services));
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
