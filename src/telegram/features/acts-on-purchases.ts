import { isAppError } from '#platform';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';
import type { ActHandler, ActHandlers, ActNamed } from './acts.ts';
import { askFor } from './asked.ts';

export function purchaseActs(
  services: Pick<Services, 'database' | 'operator'>,
): Pick<ActHandlers, 'attach' | 'retry' | 'release'> {
  const { operator } = services;

  const end = (how: 'retry' | 'release'): ActHandler<ActNamed<'retry' | 'release'>> => ({
    async ask({ voice }, { generation }) {
      return {
        text: voice.html(`act-${how}`, { generation }),
        label: voice.plain(`button-uncertain-${how}`),
        back: { to: 'admin-purchase', generation },
      };
    },
    async carryOut(ctx, { generation }, order) {
      const { outcome } = await operator[how]({ ...order, generationId: generation });
      await ctx.show(noteScreen(ctx.voice, ctx.voice.html(`uncertain-done-${how}`, { generation })));
      return outcome;
    },
  });

  return {
    attach: {
      async ask({ voice }, { generation, task }) {
        return {
          text: voice.html('act-attach', { generation, task }),
          label: voice.plain('button-uncertain-attach'),
          back: { to: 'admin-purchase', generation },
        };
      },
      /** A task that kie.ai does not know may be followed by another. */
      async carryOut(ctx, { generation, task: taskId }, order) {
        try {
          const recorded = await operator.attach({ ...order, generationId: generation, taskId });
          const key = recorded === 'running' ? 'uncertain-done-attach' : 'uncertain-done-attach-ended';
          await ctx.show(noteScreen(ctx.voice, ctx.voice.html(key, { generation })));
          return 'done';
        } catch (error) {
          if (!isAppError(error, 'not-uncertain')) await askFor(ctx, services, { what: 'task', generation });
          throw error;
        }
      },
    },
    retry: end('retry'),
    release: end('release'),
  };
}
