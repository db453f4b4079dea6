import { endOfDay } from '#people';
import type { BotContext } from '../context.ts';
import { promoScreen } from '../render/admin-promo.ts';
import type { Screen } from '../render/screen.ts';
import { dayText } from '../render/words.ts';
import type { Services } from '../services.ts';
import type { ActHandlers } from './acts.ts';

type Slice = Pick<Services, 'operator' | 'config' | 'clock'>;

/** All promo codes as they are now. */
export async function promoCard(ctx: BotContext, { operator, config, clock }: Slice): Promise<Screen> {
  return promoScreen(ctx.voice, await operator.promoCodes(), { timeZone: config.timeZone, at: clock.now() });
}

export function promoActs(services: Slice): Pick<ActHandlers, 'new-promo' | 'close-promo'> {
  const { operator, config } = services;
  return {
    'new-promo': {
      async ask({ voice }, { code, credits, maxUses, until }) {
        const end = until === undefined ? '∞' : dayText(voice, new Date(`${until}T12:00:00Z`), 'UTC');
        return {
          text: voice.html('act-new-promo', { code: code.toUpperCase(), credits, most: maxUses ?? '∞', end }),
          label: voice.plain('button-act-new-promo'),
          style: 'success',
          back: { to: 'admin-promo' },
        };
      },
      async carryOut(ctx, { what: _, until, ...terms }, order) {
        const end = until === undefined ? {} : { expiresAt: endOfDay(until, config.timeZone) };
        await operator.createPromo({ ...order, ...terms, ...end });
        await ctx.show(await promoCard(ctx, services));
        return 'done';
      },
    },
    'close-promo': {
      async ask({ voice }, { code }) {
        return {
          text: voice.html('act-close-promo', { code }),
          label: voice.plain('button-admin-promo-close', { code }),
          style: 'danger',
          back: { to: 'admin-promo' },
        };
      },
      async carryOut(ctx, { code }, order) {
        await operator.closePromo({ ...order, code });
        await ctx.show(await promoCard(ctx, services));
        return 'done';
      },
    },
  };
}
