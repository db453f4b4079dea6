import type { Context, NextFunction } from 'grammy';
import type { Translator } from '#i18n';
import { pickLocale } from '#i18n';
import type { Logger } from '#platform';
import { unlessRefused } from '../unless-refused.ts';

export interface PrivateChatOptions {
  translator: Translator;
  defaultLocale: string;
  log: Logger;
}

/** Lets only private chats through; a command in a group is told where to go, the rest of a group is left alone. */
export function privateChatsOnly({ translator, defaultLocale, log }: PrivateChatOptions) {
  return async (ctx: Context, next: NextFunction): Promise<void> => {
    if (ctx.preCheckoutQuery || (ctx.chat?.type === 'private' && ctx.from && !ctx.from.is_bot)) return next();
    if (ctx.message?.text?.startsWith('/')) {
      const locale = pickLocale(translator.locales, ctx.from?.language_code, defaultLocale);
      await unlessRefused(ctx.reply(translator.t(locale, 'private-chats-only')));
    }
    if (ctx.callbackQuery) await unlessRefused(ctx.answerCallbackQuery());
    log.debug({ update: ctx.update.update_id, chat: ctx.chat?.type }, 'update dropped: not a private chat');
  };
}
