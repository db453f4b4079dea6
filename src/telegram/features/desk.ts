import type { BotContext, CommandHandler } from '../context.ts';
import type { Services } from '../services.ts';

type Slice = Pick<Services, 'config' | 'deskAccess'>;

/** /desk for operators, as the button in /admin. */
export function deskCommand(services: Slice): CommandHandler {
  return (ctx) => sendDeskLink(ctx, services);
}

/**
 * Sends a link that opens the desk once. Its secret stands behind `#`, so that no server is sent it, and whoever only
 * looks at the address (a preview) does not use it up.
 *
 * @throws AppError `not-operator`
 */
export async function sendDeskLink(ctx: BotContext, { config, deskAccess }: Slice): Promise<void> {
  const { deskUrl } = config;
  if (deskUrl === null)
    return void (await ctx.send({ text: ctx.voice.html('open-desk-not-built'), keyboard: [] }));
  const link = `${deskUrl}#${await deskAccess.issueLink(ctx.person.id)}`;
  const open = { text: ctx.voice.plain('button-desk-here'), web_app: { url: deskUrl } };
  const keyboard = deskUrl.startsWith('https:') ? [[open]] : [];
  await ctx.send({ text: ctx.voice.html('open-desk-link', { link }), keyboard });
}
