import { endOfDay, isDay } from '#people';
import { actorOf } from '../actor-of.ts';
import type { BotContext, CommandHandler } from '../context.ts';
import { promoLine } from '../render/admin-selling.ts';
import type { Services } from '../services.ts';

/** `CODE CREDITS [USES [UNTIL]]`; `-` for any number of uses. */
const order = /^(\S+)\s+([1-9]\d{0,8})(?:\s+(-|[1-9]\d{0,8})(?:\s+(\S+))?)?$/;

/** Codes listed in one message. */
const LISTED = 30;

type Slice = Pick<Services, 'operator' | 'config'>;

/** /promo_new, /promo_list and /promo_close for operators. */
export function promoDeskCommands(services: Slice): Record<string, CommandHandler> {
  const { operator, config } = services;
  const { timeZone } = config;

  return {
    async promo_new(ctx, argument) {
      const [, code = '', credits, uses = '-', until] = order.exec(argument) ?? [];
      if (!credits || (until !== undefined && !isDay(until)))
        return tell(ctx, ctx.voice.html('promo-new-how'));
      const limits = {
        ...(uses === '-' ? {} : { maxUses: Number(uses) }),
        ...(until === undefined ? {} : { expiresAt: endOfDay(until, timeZone) }),
      };
      const terms = { code, credits: Number(credits), ...limits };
      const made = await operator.createPromo({ actor: actorOf(ctx), reason: '', ...terms });
      await tell(ctx, promoLine(ctx.voice, made, timeZone));
    },
    async promo_list(ctx) {
      const all = (await operator.promoCodes()).slice(0, LISTED);
      const lines = all.map((promo) => promoLine(ctx.voice, promo, timeZone));
      await tell(ctx, lines.length === 0 ? ctx.voice.html('promo-list-empty') : lines.join('\n'));
    },
    async promo_close(ctx, code) {
      const closed = await operator.closePromo({ actor: actorOf(ctx), reason: '', code });
      await tell(ctx, promoLine(ctx.voice, closed, timeZone));
    },
  };
}

async function tell(ctx: BotContext, text: string): Promise<void> {
  await ctx.send({ text, keyboard: [] });
}
