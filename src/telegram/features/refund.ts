import { isAppError } from '#platform';
import { actorOf } from '../actor-of.ts';
import type { BotContext, CommandHandler } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';

/** Behind the charge id: give the Stars back although credits were spent. */
const FORCE = 'force';

/**
 * `/refund <charge id>` for operators: the credits first, then the Stars. When credits of the payment are spent
 * nothing happens, and the answer names the two ways: leave it, or take what is left (`/refund <charge id> force`).
 */
export function refundCommand({ operator }: Pick<Services, 'operator'>): CommandHandler {
  return async (ctx, argument) => {
    const [chargeId, word] = argument.split(/\s+/);
    if (!chargeId || (word !== undefined && word !== FORCE)) return tell(ctx, 'refund-how');
    try {
      const reason = `operator ${ctx.person.id}`;
      const order = { actor: actorOf(ctx), reason, chargeId, force: word === FORCE };
      const { outcome, order: refund } = await operator.refund(order);
      const { stars, credits, withdrawn } = refund;
      await tell(ctx, `refund-${outcome}`, { stars, credits, withdrawn });
    } catch (error) {
      if (!isAppError(error, 'refund-credits-spent')) throw error;
      await tell(ctx, 'refund-spent', { ...error.values, command: `/refund ${chargeId} ${FORCE}` });
    }
  };
}

async function tell(
  ctx: BotContext,
  key: string,
  values: Record<string, string | number> = {},
): Promise<void> {
  await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, values)));
}
