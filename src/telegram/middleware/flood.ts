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
  isFine: boolean;
}

/** Who sends more than anybody can mean is told once to slow down, and heard again a moment later. Payments always pass. */
export function flood({ clock }: { clock: Clock }) {
  const buckets = new Map<number, Bucket>();

  /** Whether one more is fine. */
  function take(personId: number): Bucket {
    const now = clock.now().getTime();
    const former = buckets.get(personId) ?? { left: BURST, at: now, told: false, isFine: true };
    const left = Math.min(BURST, former.left + (Math.max(0, now - former.at) / 1000) * PER_SECOND);
    const isFine = left >= 1;
    const bucket = { left: isFine ? left - 1 : left, at: now, told: former.told && !isFine, isFine };
    buckets.delete(personId);
    buckets.set(personId, bucket);
    const oldest = buckets.keys().next();
    if (buckets.size > KNOWN_AT_MOST && !oldest.done) buckets.delete(oldest.value);
    return bucket;
  }

  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const isMoney = ctx.message?.successful_payment ?? ctx.message?.refunded_payment;
    if (isMoney || !ctx.from) return next();
    const bucket = take(ctx.from.id);
    if (bucket.isFine) return next();
    if (ctx.callbackQuery) return ctx.toast(ctx.voice.plain('too-fast'));
    if (bucket.told) return;
    bucket.told = true;
    await ctx.send(noteScreen(ctx.voice, ctx.voice.html('too-fast')));
  };
}
