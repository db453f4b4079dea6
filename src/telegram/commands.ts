import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Locale, Translator } from '#i18n';
import type { CommandHandler } from './context.ts';
import { accountCommands } from './features/account.ts';
import { adminCommand } from './features/admin.ts';
import { refundCommand } from './features/admin-payments.ts';
import { promoOperatorCommands } from './features/admin-promo.ts';
import { buyCommand } from './features/buy.ts';
import { deskCommand } from './features/desk.ts';
import { forgetCommand } from './features/forget.ts';
import type { Forms } from './features/forms.ts';
import { historyCommand } from './features/history.ts';
import { legalCommands } from './features/legal.ts';
import { modelsCommand } from './features/models.ts';
import { presetsCommand } from './features/presets.ts';
import { promoCommand } from './features/promo.ts';
import { homeScreen, startCommand } from './features/start.ts';
import { uncertainCommand } from './features/uncertain.ts';
import { noteScreen } from './render/simple-screens.ts';
import type { Services } from './services.ts';
import { unlessRefused } from './unless-refused.ts';

/** The commands in the order of the menu; `command-<name>` describes each. */
export const commandNames = [
  'start',
  'models',
  'presets',
  'balance',
  'buy',
  'history',
  'promo',
  'help',
  'language',
  'cancel',
  'paysupport',
  'terms',
  'privacy',
  'forget',
] as const;
/** What the menu of a group lists. */
export const groupCommandNames = ['imagine', 'help'] as const;
export type CommandName = (typeof commandNames)[number];

export function commandHandlers(
  services: Services,
  forms: Forms,
): Record<string, CommandHandler | undefined> {
  const handlers: Record<CommandName, CommandHandler> = {
    start: startCommand(services, forms),
    models: modelsCommand(services),
    presets: presetsCommand(services),
    history: historyCommand(services),
    ...accountCommands(services),
    buy: buyCommand(services),
    promo: promoCommand(services),
    ...legalCommands(services),
    forget: forgetCommand(),
    cancel: cancelCommand(services),
  };
  return { ...handlers, imagine: (ctx, words) => forms.openForText(ctx, words) };
}

/** Commands that only operators have; to everybody else they are unknown. */
export function operatorCommands(services: Services): Record<string, CommandHandler | undefined> {
  return {
    admin: adminCommand(services),
    refund: refundCommand(services),
    uncertain: uncertainCommand(services),
    desk: deskCommand(services),
    ...promoOperatorCommands(services),
  };
}

function cancelCommand(services: Services): CommandHandler {
  const { drafts } = services.generations;
  return async (ctx) => {
    const draft = await drafts.awaiting(ctx.person.id, ctx.place.chatId);
    if (!draft) {
      const home = await homeScreen(ctx, services);
      await ctx.send({ ...home, text: `${ctx.voice.html('nothing-to-cancel')}\n\n${home.text}` });
      return;
    }
    await drafts.change(draft.id, draft.revision, { state: 'closed', awaiting: null });
    await ctx.send(noteScreen(ctx.voice, ctx.voice.html('form-cancelled')));
  };
}

/**
 * Reads `/name argument`; null for any other text. A command for another bot (`/name@other`) is null too.
 */
export function readCommand(text: string, username: string): { name: string; argument: string } | null {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text);
  if (!match) return null;
  const [, name = '', addressee, argument = ''] = match;
  if (addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()) return null;
  return { name: name.toLowerCase(), argument: argument.trim() };
}

export interface Announced {
  defaultLocale: Locale;
  miniAppUrl: string | null;
  adminIds: readonly number[];
}

/**
 * Tells Telegram the commands and the bot's descriptions in every language, the default language for the rest, and what
 * the button beside the message field opens.
 */
export async function announce(
  api: Api,
  translator: Translator,
  { defaultLocale, miniAppUrl, adminIds }: Announced,
): Promise<void> {
  for (const locale of translator.locales) {
    await describe(api, translator, locale, { language_code: locale as LanguageCode });
  }
  await describe(api, translator, defaultLocale, {});
  for (const adminId of adminIds) await announceToOperator(api, translator, defaultLocale, adminId);
  const text = translator.t(defaultLocale, 'menu-button');
  await api.setChatMenuButton({
    menu_button:
      miniAppUrl === null ? { type: 'commands' } : { type: 'web_app', text, web_app: { url: miniAppUrl } },
  });
}

/** Their list has /admin as well; an operator who has never written to the bot has no chat to show it in. */
async function announceToOperator(
  api: Api,
  translator: Translator,
  defaultLocale: Locale,
  adminId: number,
): Promise<void> {
  const scope = { type: 'chat' as const, chat_id: adminId };
  const list = (locale: Locale) =>
    [...commandNames, 'admin'].map((command) => ({
      command,
      description: translator.t(locale, `command-${command}`),
    }));
  await unlessRefused(api.setMyCommands(list(defaultLocale), { scope }));
  for (const locale of translator.locales)
    await unlessRefused(api.setMyCommands(list(locale), { scope, language_code: locale as LanguageCode }));
}

async function describe(
  api: Api,
  translator: Translator,
  locale: Locale,
  language: { language_code?: LanguageCode },
): Promise<void> {
  const say = (key: string) => translator.t(locale, key);
  const described = (names: readonly string[]) =>
    names.map((command) => ({ command, description: say(`command-${command}`) }));
  await api.setMyCommands(described(commandNames), language);
  const inGroups = { scope: { type: 'all_group_chats' as const }, ...language };
  await api.setMyCommands(described(groupCommandNames), inGroups);
  await api.setMyDescription(say('bot-description'), language);
  await api.setMyShortDescription(say('bot-short-description'), language);
}
