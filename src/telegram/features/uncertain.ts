import { isAdmin } from '#people';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import { purchaseScreen } from '../render/uncertain.ts';
import type { Services } from '../services.ts';
import { askFor } from './asked.ts';
import { propose } from './propose.ts';

type UncertainTaps = 'uncertain-attach' | 'uncertain-retry' | 'uncertain-release';

/** /uncertain for operators: one message for each purchase that kie.ai never confirmed. */
export function uncertainCommand({ operator, config }: Services): CommandHandler {
  return async (ctx) => {
    const found = await operator.uncertain();
    if (found.length === 0) await ctx.send({ text: ctx.voice.html('uncertain-none'), keyboard: [] });
    for (const purchase of found) await ctx.send(purchaseScreen(ctx.voice, purchase, config.timeZone));
  };
}

/** Whoever of the operators is first resolves it; the later ones are told that it is done. */
export function uncertainTaps(services: Services): Pick<TapHandlers, UncertainTaps> {
  const { operator, config } = services;

  /** Whether it is still to be decided, by an operator. */
  async function isOpen(ctx: BotContext, generation: string): Promise<boolean> {
    if (!isAdmin(ctx.person.id, config.adminIds)) {
      ctx.toast(ctx.voice.plain('button-outdated'));
      return false;
    }
    if ((await operator.uncertain()).some(({ id }) => id === generation)) return true;
    ctx.toast(ctx.voice.plain('error-not-uncertain'));
    await ctx.show(noteScreen(ctx.voice, ctx.voice.html('error-not-uncertain')));
    return false;
  }

  async function end(ctx: BotContext, generation: string, what: 'retry' | 'release'): Promise<void> {
    if (await isOpen(ctx, generation)) await propose(ctx, services, { what, generation });
  }

  return {
    async 'uncertain-attach'(ctx, { generation }) {
      if (!(await isOpen(ctx, generation))) return;
      await askFor(ctx, services, { what: 'task', generation });
      await ctx.send({ text: ctx.voice.html('uncertain-ask-task', { generation }), keyboard: [] });
    },
    'uncertain-retry': (ctx, { generation }) => end(ctx, generation, 'retry'),
    'uncertain-release': (ctx, { generation }) => end(ctx, generation, 'release'),
  };
}
