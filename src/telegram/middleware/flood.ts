import type { NextFunction } from 'grammy';
import type { Clock } from '#platform';
import type { BotContext } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';

/** Nobody presses buttons faster for longer; a burst such as an album fits easily. */
const BURST = 120;
const PER_SECOND = 2;
const KNOWN_AT_MOST = 20_000;

interface Bucket {
  left: number;
  at: number;
  told: boolean;
}

/** Who sends more than anybody can mean is told once to slow down, and heard again a moment later. Payments always pass. */
export function flood({ clock }: { clock: Clock }) {
  const buckets = new Map<number, Bucket>();

  function take(personId: number): Bucket {
    const now = clock.now().getTime();
    const former = buckets.get(personId) ?? { left: BURST, at: now, told: false };
    const left = Math.min(BURST, former.left + ((now - former.at) / 1000) * PER_SECOND);
    const bucket = { left: Math.max(0, left - 1), at: now, told: left >= 1 ? false : former.told };
    buckets.delete(personId);
    buckets.set(personId, { ...bucket, told: bucket.told || left < 1 });
    const oldest = buckets.keys().next();
    if (buckets.size > KNOWN_AT_MOST && !oldest.done) buckets.delete(oldest.value);
    return { ...bucket, left };
  }

  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const isMoney = ctx.message?.successful_payment ?? ctx.message?.refunded_payment;
    if (isMoney || !ctx.from) return next();
    const { left, told } = take(ctx.from.id);
    if (left >= 1) return next();
    if (ctx.callbackQuery) ctx.toast(ctx.voice.plain('too-fast'));
    else if (!told) await ctx.send(noteScreen(ctx.voice, ctx.voice.html('too-fast')));
  };
}
