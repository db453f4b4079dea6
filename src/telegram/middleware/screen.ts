import type { NextFunction } from 'grammy';
import { pickLocale } from '#i18n';
import type { BotContext } from '../context.ts';
import { placeOf } from '../place.ts';
import { isResult } from '../render/home.ts';
import { clip, TOAST_LIMIT } from '../render/html.ts';
import { createVoice } from '../render/voice.ts';
import type { Services } from '../services.ts';
import { editMessage, sendMessage } from '../status-board.ts';
import { troubleOf } from '../telegram-trouble.ts';

/** Gives handlers their ways to show something, and answers every tap exactly once. */
export function screens({ translator, config, log }: Pick<Services, 'translator' | 'config' | 'log'>) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const language = ctx.from?.language_code;
    ctx.voice = createVoice(translator, pickLocale(translator.locales, language, config.defaultLocale));
    ctx.place = placeOf(ctx);
    let answer: { text?: string; show_alert?: boolean } = {};
    ctx.toast = (text, options) => {
      if (answer.text === undefined)
        answer = { text: clip(text, TOAST_LIMIT), show_alert: options?.alert === true };
    };
    ctx.send = (screen) => sendMessage(ctx.api, ctx.place, screen);
    ctx.show = async (screen) => {
      const shown = ctx.callbackQuery?.message;
      const isScreen = shown !== undefined && 'text' in shown && !isResult(shown);
      if (isScreen && (await editMessage(ctx.api, ctx.place, shown.message_id, screen)))
        return shown.message_id;
      return ctx.send(screen);
    };
    try {
      await next();
    } finally {
      if (ctx.callbackQuery) await answerTap(ctx, answer, log);
    }
  };
}

async function answerTap(
  ctx: BotContext,
  answer: { text?: string; show_alert?: boolean },
  log: Services['log'],
): Promise<void> {
  for (const isLast of [false, true]) {
    try {
      await ctx.answerCallbackQuery(answer);
      return;
    } catch (error) {
      const trouble = troubleOf(error);
      // A connection that broke: a tap may be answered twice, but not never.
      if (trouble.kind === 'no-answer' && !isLast) continue;
      log.debug({ update: ctx.update.update_id, trouble }, 'a tap was answered too late');
      return;
    }
  }
}
