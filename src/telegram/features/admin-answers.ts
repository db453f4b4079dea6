import { type Asked, isAdmin } from '#people';
import type { BotContext } from '../context.ts';
import { adminAskScreen } from '../render/admin.ts';
import type { Services } from '../services.ts';
import { broadcastAnswer } from './admin-broadcasts.ts';
import { foundSwitches } from './admin-models.ts';
import { paymentCreditsAnswer } from './admin-payments.ts';
import { creditsAnswer, foundPeople } from './admin-people.ts';
import { promoAnswer } from './admin-promo.ts';
import { askFor } from './asked.ts';
import { propose, reasonAnswer } from './propose.ts';

export type AdminAsked = Extract<
  Asked,
  { what: 'admin' | 'credits' | 'payment-credits' | 'task' | 'reason' }
>;

/** What an operator wrote when a screen asked for it. */
export async function adminAnswer(
  ctx: BotContext,
  services: Services,
  asked: AdminAsked,
  text: string,
): Promise<void> {
  if (!isAdmin(ctx.person.id, services.config.adminIds)) return;
  switch (asked.what) {
    case 'credits':
      return creditsAnswer(ctx, services, asked, text);
    case 'payment-credits':
      return paymentCreditsAnswer(ctx, services, asked.charge, text);
    case 'task':
      return propose(ctx, services, { what: 'attach', generation: asked.generation, task: text.trim() });
    case 'reason':
      return reasonAnswer(ctx, services, asked.key, text);
    case 'admin':
      return answerAbout[asked.about](ctx, services, text);
  }
}

type About = Extract<Asked, { what: 'admin' }>['about'];

const answerAbout: Record<About, (ctx: BotContext, services: Services, text: string) => Promise<void>> = {
  person: async (ctx, services, text) => void (await ctx.send(await foundPeople(ctx, services, text))),
  model: async (ctx, services, text) => void (await ctx.send(await foundSwitches(ctx, services, text))),
  promo: promoAnswer,
  broadcast: broadcastAnswer,
  markup: markupAnswer,
};

async function markupAnswer(ctx: BotContext, services: Services, text: string): Promise<void> {
  const markup = Number(text.trim().replace(/^×/, '').replace(',', '.'));
  if (Number.isFinite(markup)) return propose(ctx, services, { what: 'markup', markup });
  await askFor(ctx, services, { what: 'admin', about: 'markup' });
  await ctx.send(adminAskScreen(ctx.voice, 'admin-ask-markup', { to: 'admin-markup' }));
}
