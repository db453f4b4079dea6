import { isAdmin } from '#people';
import { isAppError } from '#platform';
import { actorOf } from '../actor-of.ts';
import type { BotContext, CommandHandler, TapHandlers } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import { purchaseScreen } from '../render/uncertain.ts';
import type { Services } from '../services.ts';
import { askFor } from './asked.ts';

type Slice = Pick<Services, 'database' | 'operator' | 'config'>;
type UncertainTaps = 'uncertain-attach' | 'uncertain-retry' | 'uncertain-release';

/** /uncertain for operators: one message for each purchase that kie.ai never confirmed. */
export function uncertainCommand({ operator, config }: Slice): CommandHandler {
  return async (ctx) => {
    const found = await operator.uncertain();
    if (found.length === 0) await ctx.send({ text: ctx.voice.html('uncertain-none'), keyboard: [] });
    for (const purchase of found) await ctx.send(purchaseScreen(ctx.voice, purchase, config.timeZone));
  };
}

/** One tap resolves it, whoever of the operators is first; the later ones are told that it is done. */
export function uncertainTaps(services: Slice): Pick<TapHandlers, UncertainTaps> {
  const { operator, config } = services;

  async function resolve(ctx: BotContext, id: string, how: 'retry' | 'release'): Promise<void> {
    if (!isAdmin(ctx.person.id, config.adminIds)) return ctx.toast(ctx.voice.plain('button-outdated'));
    const order = { actor: actorOf(ctx), reason: `operator ${ctx.person.id}`, generationId: id };
    const key = await operator[how](order)
      .then(() => `uncertain-done-${how}`)
      .catch(resolvedBefore);
    ctx.toast(ctx.voice.plain(key, { generation: id }));
    await ctx.show(noteScreen(ctx.voice, ctx.voice.html(key, { generation: id })));
  }

  return {
    async 'uncertain-attach'(ctx, { generation }) {
      if (!isAdmin(ctx.person.id, config.adminIds)) return ctx.toast(ctx.voice.plain('button-outdated'));
      await askFor(ctx, services, { what: 'task', generation });
      await ctx.send({ text: ctx.voice.html('uncertain-ask-task', { generation }), keyboard: [] });
    },
    'uncertain-retry': (ctx, { generation }) => resolve(ctx, generation, 'retry'),
    'uncertain-release': (ctx, { generation }) => resolve(ctx, generation, 'release'),
  };
}

function resolvedBefore(error: unknown): string {
  if (isAppError(error, 'not-uncertain')) return 'error-not-uncertain';
  throw error;
}

/** An operator's answer to the question for a task id; one that kie.ai does not know may be followed by another. */
export async function attachAnswer(
  ctx: BotContext,
  services: Slice,
  generation: string,
  text: string,
): Promise<void> {
  if (!isAdmin(ctx.person.id, services.config.adminIds)) return;
  try {
    const recorded = await services.operator.attach({
      ...{ actor: actorOf(ctx), reason: '' },
      ...{ generationId: generation, taskId: text.trim() },
    });
    const key = recorded === 'running' ? 'uncertain-done-attach' : 'uncertain-done-attach-ended';
    await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, { generation })));
  } catch (error) {
    if (!isAppError(error, 'not-uncertain')) await askFor(ctx, services, { what: 'task', generation });
    throw error;
  }
}
