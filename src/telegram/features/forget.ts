import type { CommandHandler, TapHandlers } from '../context.ts';
import { forgetScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';

/** /forget: asks once more. */
export function forgetCommand(): CommandHandler {
  return async (ctx) => {
    await ctx.send(forgetScreen(ctx.voice));
  };
}

/** Takes away who the person is and what they made; credits and the amounts of payments stay. */
export function forgetTaps({ forgetPerson }: Pick<Services, 'forgetPerson'>): Pick<TapHandlers, 'forget'> {
  return {
    async forget(ctx) {
      await forgetPerson(ctx.person.id);
      await ctx.show({ text: ctx.voice.html('forget-done'), keyboard: [] });
    },
  };
}
