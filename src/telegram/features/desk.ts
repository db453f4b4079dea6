import type { CommandHandler } from '../context.ts';
import type { Services } from '../services.ts';

/**
 * /desk for operators: a link that opens the desk once. Its secret stands behind `#`, so that no server is sent it, and
 * whoever only looks at the address (a preview) does not use it up.
 */
export function deskCommand({ config, deskAccess }: Pick<Services, 'config' | 'deskAccess'>): CommandHandler {
  return async (ctx) => {
    const { deskUrl } = config;
    if (deskUrl === null)
      return void (await ctx.send({ text: ctx.voice.html('open-desk-not-built'), keyboard: [] }));
    const link = `${deskUrl}#${await deskAccess.issueLink(ctx.person.id)}`;
    const isHttps = deskUrl.startsWith('https:');
    const open = { text: ctx.voice.plain('button-desk'), web_app: { url: deskUrl } };
    await ctx.send({ text: ctx.voice.html('open-desk-link', { link }), keyboard: isHttps ? [[open]] : [] });
  };
}
