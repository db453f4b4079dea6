import { redeemPromoCode } from '#payments';
import { checkpoint } from '#platform';
import type { CommandHandler } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';

/** /promo CODE */
export function promoCommand({ database, clock }: Pick<Services, 'database' | 'clock'>): CommandHandler {
  return async (ctx, code) => {
    if (code === '') {
      await ctx.send(noteScreen(ctx.voice, ctx.voice.html('promo-how')));
      return;
    }
    const { credits } = await database.transaction((trx) =>
      redeemPromoCode(trx, { personId: ctx.person.id, code, at: clock.now() }),
    );
    checkpoint('promo:committed');
    const amount = ctx.voice.plain('credits', { count: credits });
    await ctx.send(noteScreen(ctx.voice, ctx.voice.html('promo-redeemed', { credits: amount })));
  };
}
