import type { Context, NextFunction } from 'grammy';
import type { Logger } from '#platform';
import { readGroupWish } from '../group-words.ts';
import { unlessRefused } from '../unless-refused.ts';

/** Lets through what people want of the bot: all of a private chat, and of a group what names it or taps its buttons. */
export function forUsOnly({ log }: { log: Logger }) {
  return async (ctx: Context, next: NextFunction): Promise<void> => {
    if (ctx.preCheckoutQuery || isForUs(ctx)) return next();
    if (ctx.callbackQuery) await unlessRefused(ctx.answerCallbackQuery());
    log.debug(
      { update: ctx.update.update_id, chat: ctx.chat?.type },
      'update dropped: not meant for the bot',
    );
  };
}

function isForUs({ chat, from, message, callbackQuery, me }: Context): boolean {
  if (!from || from.is_bot) return false;
  if (chat?.type === 'private') return true;
  if (chat?.type !== 'group' && chat?.type !== 'supergroup') return false;
  return (
    callbackQuery !== undefined || (message !== undefined && readGroupWish(message, me.username) !== null)
  );
}
