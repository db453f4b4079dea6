import type { Message } from 'grammy/types';
import { isAdmin } from '#people';
import { isAppError } from '#platform';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { escapeHtml } from '../render/html.ts';
import { noteScreen } from '../render/simple-screens.ts';
import { purchaseScreen } from '../render/uncertain.ts';
import type { Services } from '../services.ts';

/** The question for a task id begins with it in every language: the answer is known by it, also after a restart. */
const QUESTION_MARK = '🔗';

type Slice = Pick<Services, 'generations' | 'config'>;
type UncertainTaps = 'uncertain-attach' | 'uncertain-retry' | 'uncertain-release';

/** /uncertain for operators: one message for each purchase that kie.ai never confirmed. */
export function uncertainCommand({ generations, config }: Slice): CommandHandler {
  return async (ctx) => {
    const found = await generations.purchases.uncertain();
    if (found.length === 0) await ctx.send({ text: ctx.voice.html('uncertain-none'), keyboard: [] });
    for (const purchase of found) await ctx.send(purchaseScreen(ctx.voice, purchase, config.timeZone));
  };
}

/** One tap resolves it, whoever of the operators is first; the later ones are told that it is done. */
export function uncertainTaps({ generations, config }: Slice): Pick<TapHandlers, UncertainTaps> {
  const { purchases } = generations;

  async function resolve(ctx: BotContext, id: string, how: 'retry' | 'release'): Promise<void> {
    if (!isAdmin(ctx.person.id, config.adminIds)) return ctx.toast(ctx.voice.plain('button-outdated'));
    const act = how === 'retry' ? purchases.retry(id) : purchases.release(id, `operator ${ctx.person.id}`);
    const key = await act.then(() => `uncertain-done-${how}`).catch(resolvedBefore);
    ctx.toast(ctx.voice.plain(key, { generation: id }));
    await ctx.show(noteScreen(ctx.voice, ctx.voice.html(key, { generation: id })));
  }

  return {
    async 'uncertain-attach'(ctx, { generation }) {
      if (!isAdmin(ctx.person.id, config.adminIds)) return ctx.toast(ctx.voice.plain('button-outdated'));
      const question = ctx.voice.html('uncertain-ask-task', { generation });
      await ctx.api.sendMessage(ctx.privateChatId, `${QUESTION_MARK} ${question}`, {
        parse_mode: 'HTML',
        reply_markup: { force_reply: true },
      });
    },
    'uncertain-retry': (ctx, { generation }) => resolve(ctx, generation, 'retry'),
    'uncertain-release': (ctx, { generation }) => resolve(ctx, generation, 'release'),
  };
}

function resolvedBefore(error: unknown): string {
  if (isAppError(error, 'not-uncertain')) return 'error-not-uncertain';
  throw error;
}

/** An operator's answer to the question for a task id; false for any other text. */
export function taskIdAnswer({ generations, config }: Slice) {
  return async (ctx: BotContext, text: string, answered: Message | undefined): Promise<boolean> => {
    const id = answered && askedFor(ctx, answered);
    if (!id || !isAdmin(ctx.person.id, config.adminIds)) return false;
    const recorded = await generations.purchases.attach(id, text.trim());
    const key = recorded === 'running' ? 'uncertain-done-attach' : 'uncertain-done-attach-ended';
    await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, { generation: escapeHtml(id) })));
    return true;
  };
}

/** The generation that a question of ours is about. */
function askedFor(ctx: BotContext, { from, text = '', entities = [] }: Message): string | undefined {
  const code = entities.find(({ type }) => type === 'code');
  if (from?.id !== ctx.me.id || !text.startsWith(QUESTION_MARK) || !code) return undefined;
  return text.slice(code.offset, code.offset + code.length);
}
