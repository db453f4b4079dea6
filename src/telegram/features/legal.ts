import type { CommandHandler } from '../context.ts';
import { noteScreen } from '../render/simple-screens.ts';
import type { Services } from '../services.ts';

/** /paysupport /terms /privacy: Telegram demands them of a bot that takes Stars (facts: payments). */
export function legalCommands({
  config,
}: Pick<Services, 'config'>): Record<'paysupport' | 'terms' | 'privacy', CommandHandler> {
  const say =
    (key: string): CommandHandler =>
    async (ctx) => {
      const contact = config.supportContact ?? ctx.voice.plain('contact-unnamed');
      await ctx.send(noteScreen(ctx.voice, ctx.voice.html(key, { contact })));
    };
  return { paysupport: say('paysupport-text'), terms: say('terms-text'), privacy: say('privacy-text') };
}
