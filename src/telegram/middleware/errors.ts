import type { NextFunction } from 'grammy';
import { isAppError, type Logger } from '#platform';
import type { BotContext } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import { loggable, troubleOf } from '../telegram-trouble.ts';

/** Turns whatever goes wrong into a sentence for the person; what nobody expected goes to the log as well. */
export function errors({ log }: { log: Logger }) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (troubleOf(error).kind === 'person-gone') {
        log.info({ update: ctx.update.update_id }, 'update dropped: the person no longer receives messages');
        return;
      }
      await tell(ctx, error, log).catch((err: unknown) => {
        log.error(
          { err: loggable(err), update: ctx.update.update_id },
          'update dropped: not even the error could be told',
        );
      });
    }
  };
}

async function tell(ctx: BotContext, error: unknown, log: Logger): Promise<void> {
  const [key, values] = sentenceOf(ctx, error);
  if (key === 'error-unexpected')
    log.error({ err: loggable(error), update: ctx.update.update_id }, 'a handler failed');
  if (ctx.callbackQuery) ctx.toast(ctx.voice.plain(key, values), { alert: true });
  else await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, values)));
}

function sentenceOf(ctx: BotContext, error: unknown): [string, Record<string, string | number>] {
  if (isAppError(error) && ctx.voice.has(`error-${error.code}`))
    return [`error-${error.code}`, { ...error.values }];
  return ['error-unexpected', {}];
}
