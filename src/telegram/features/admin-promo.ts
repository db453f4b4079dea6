import { isDay, type OperatorAct } from '#people';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { adminAskScreen, CODE_LENGTH } from '../render/admin.ts';
import type { Services } from '../services.ts';
import { byShortCode } from '../short-codes.ts';
import { promoCard } from './acts-on-promo.ts';
import { askFor } from './asked.ts';
import { propose } from './propose.ts';

/** `CODE CREDITS [USES [UNTIL]]`; `-` for any number of uses. */
const order = /^(\S+)\s+([1-9]\d{0,8})(?:\s+(-|[1-9]\d{0,8})(?:\s+(\S+))?)?$/;

export function promoTaps(services: Services): Pick<TapHandlers, 'admin-promo' | 'admin-promo-close'> {
  return {
    async 'admin-promo'(ctx) {
      await ctx.show(await promoCard(ctx, services));
    },
    async 'admin-promo-close'(ctx, { promo }) {
      const codes = await services.operator.promoCodes();
      const found = byShortCode(codes, promo, ({ code }) => code, CODE_LENGTH);
      if (found) return propose(ctx, services, { what: 'close-promo', code: found.code });
      ctx.toast(ctx.voice.plain('button-outdated'));
      await ctx.show(await promoCard(ctx, services));
    },
  };
}

/** /promo_new, /promo_list and /promo_close for operators. */
export function promoOperatorCommands(services: Services): Record<string, CommandHandler> {
  return {
    promo_new: (ctx, argument) => promoAnswer(ctx, services, argument),
    promo_list: async (ctx) => void (await ctx.send(await promoCard(ctx, services))),
    promo_close: (ctx, code) => propose(ctx, services, { what: 'close-promo', code: code.toUpperCase() }),
  };
}

/** A new code in words; what cannot be read is asked for again. */
export async function promoAnswer(ctx: BotContext, services: Services, text: string): Promise<void> {
  const read = readPromo(text.trim());
  if (read) return propose(ctx, services, read);
  await askFor(ctx, services, { what: 'admin', about: 'promo' });
  await ctx.send(adminAskScreen(ctx.voice, 'admin-ask-promo', { to: 'admin-promo' }));
}

function readPromo(text: string): OperatorAct | null {
  const [, code = '', credits, uses = '-', until] = order.exec(text) ?? [];
  if (!credits || (until !== undefined && !isDay(until))) return null;
  return {
    ...{ what: 'new-promo', code, credits: Number(credits) },
    ...(uses === '-' ? {} : { maxUses: Number(uses) }),
    ...(until === undefined ? {} : { until }),
  };
}
