import { type Asked, isAdmin } from '#people';
import { actorOf } from '../actor-of.ts';
import type { BotContext } from '../context.ts';
import { adminAskScreen } from '../render/admin.ts';
import { markupScreen } from '../render/admin-selling.ts';
import type { Services } from '../services.ts';
import { broadcastAnswer } from './admin-broadcasts.ts';
import { foundSwitches } from './admin-models.ts';
import { creditsAnswer, foundPeople } from './admin-people.ts';
import { promoAnswer } from './admin-promo.ts';
import { askFor } from './asked.ts';

type Slice = Pick<
  Services,
  'database' | 'operator' | 'config' | 'registry' | 'codes' | 'clock' | 'translator'
>;
type AdminAsked = Extract<Asked, { what: 'admin' | 'credits' }>;

/** What an operator wrote when a screen behind /admin asked for it. */
export async function adminAnswer(
  ctx: BotContext,
  services: Slice,
  asked: AdminAsked,
  text: string,
): Promise<void> {
  if (!isAdmin(ctx.person.id, services.config.adminIds)) return;
  if (asked.what === 'credits') return creditsAnswer(ctx, services, asked, text);
  switch (asked.about) {
    case 'person':
      return void (await ctx.send(await foundPeople(ctx, services, text)));
    case 'model':
      return void (await ctx.send(await foundSwitches(ctx, services, text)));
    case 'promo':
      return promoAnswer(ctx, services, text);
    case 'broadcast':
      return broadcastAnswer(ctx, services, text);
    case 'markup':
      return markupAnswer(ctx, services, text);
  }
}

async function markupAnswer(ctx: BotContext, services: Slice, text: string): Promise<void> {
  const { operator } = services;
  const markup = Number(text.trim().replace(/^×/, '').replace(',', '.'));
  if (!Number.isFinite(markup)) {
    await askFor(ctx, services, { what: 'admin', about: 'markup' });
    await ctx.send(adminAskScreen(ctx.voice, 'admin-ask-markup', { to: 'admin-markup' }));
    return;
  }
  await operator.setMarkup({ actor: actorOf(ctx), reason: '', markup });
  await ctx.send(markupScreen(ctx.voice, operator.terms(), ctx.voice.html('admin-done')));
}
