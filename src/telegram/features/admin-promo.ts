import { endOfDay, isDay } from '#people';
import { actorOf } from '../actor-of.ts';
import type { BotContext, TapHandlers } from '../context.ts';
import { adminAskScreen, CODE_LENGTH } from '../render/admin.ts';
import { promoLine, promoScreen } from '../render/admin-selling.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { askFor } from './asked.ts';

/** `CODE CREDITS [USES [UNTIL]]`; `-` for any number of uses. */
const order = /^(\S+)\s+([1-9]\d{0,8})(?:\s+(-|[1-9]\d{0,8})(?:\s+(\S+))?)?$/;

type Slice = Pick<Services, 'database' | 'operator' | 'config' | 'clock'>;

export function promoTaps(services: Slice): Pick<TapHandlers, 'admin-promo' | 'admin-promo-close'> {
  return {
    async 'admin-promo'(ctx) {
      await ctx.show(await codesScreen(ctx, services));
    },
    async 'admin-promo-close'(ctx, { promo }) {
      const { operator } = services;
      const found = byShortCode(await operator.promoCodes(), promo, ({ code }) => code, CODE_LENGTH);
      if (found) await operator.closePromo({ actor: actorOf(ctx), reason: '', code: found.code });
      ctx.toast(ctx.voice.plain(found ? 'admin-done' : 'button-outdated'));
      await ctx.show(await codesScreen(ctx, services));
    },
  };
}

async function codesScreen(
  ctx: BotContext,
  { operator, config, clock }: Slice,
  lead?: string,
): Promise<Screen> {
  const look = { timeZone: config.timeZone, at: clock.now(), ...(lead === undefined ? {} : { lead }) };
  return promoScreen(ctx.voice, await operator.promoCodes(), look);
}

/** A new code as an answer to the question for one; what cannot be read is asked for again. */
export async function promoAnswer(ctx: BotContext, services: Slice, text: string): Promise<void> {
  const [, code = '', credits, uses = '-', until] = order.exec(text.trim()) ?? [];
  if (!credits || (until !== undefined && !isDay(until))) {
    await askFor(ctx, services, { what: 'admin', about: 'promo' });
    await ctx.send(adminAskScreen(ctx.voice, 'admin-ask-promo', { to: 'admin-promo' }));
    return;
  }
  const limits = {
    ...(uses === '-' ? {} : { maxUses: Number(uses) }),
    ...(until === undefined ? {} : { expiresAt: endOfDay(until, services.config.timeZone) }),
  };
  const terms = { code, credits: Number(credits), ...limits };
  const made = await services.operator.createPromo({ actor: actorOf(ctx), reason: '', ...terms });
  await ctx.send(await codesScreen(ctx, services, promoLine(ctx.voice, made, services.config.timeZone)));
}
