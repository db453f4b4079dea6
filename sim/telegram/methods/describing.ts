import type { BotCommand, MenuButton } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { isObject, type Params, textOf } from '../params.ts';
import { findChat } from './destination.ts';
import type { Call, Method } from './method.ts';

/** What the bot says of itself and asks about others. */
export const describing = {
  setMyCommands({ bot, params }) {
    bot.settings.setCommands(readScope(params), params.text('language_code'), readCommands(params));
    return true;
  },
  getMyCommands: ({ bot, params }) => bot.settings.commands(readScope(params), params.text('language_code')),
  deleteMyCommands({ bot, params }) {
    bot.settings.setCommands(readScope(params), params.text('language_code'), []);
    return true;
  },

  setMyName: (call) => setText(call, 'name', 64),
  getMyName: ({ bot, params }) => ({
    name: bot.settings.text('name', params.text('language_code')) || bot.user.first_name,
  }),
  setMyDescription: (call) => setText(call, 'description', 512),
  getMyDescription: (call) => getText(call, 'description'),
  setMyShortDescription: (call) => setText(call, 'short_description', 120),
  getMyShortDescription: (call) => getText(call, 'short_description'),

  setChatMenuButton(call) {
    const button = call.params.json('menu_button', "can't parse menu button JSON object") ?? {
      type: 'default',
    };
    if (!isObject(button)) throw badRequest('object expected as menu button');
    call.bot.settings.setMenuButton(menuChat(call), button as unknown as MenuButton);
    return true;
  },
  getChatMenuButton: (call) => call.bot.settings.menuButton(menuChat(call)),

  getChat(call) {
    const { chat } = findChat(call);
    return { ...chat, accent_color_id: chat.id % 7, max_reaction_count: 11 };
  },
} satisfies Record<string, Method>;

function setText({ bot, params }: Call, name: string, limit: number): true {
  const text = params.text(name);
  if (text.length > limit) throw badRequest(`${name.replaceAll('_', ' ')} is too long`);
  bot.settings.setText(name, params.text('language_code'), text);
  return true;
}

function getText({ bot, params }: Call, name: string): Record<string, string> {
  return { [name]: bot.settings.text(name, params.text('language_code')) };
}

function menuChat(call: Call): number {
  return call.params.has('chat_id') ? findChat(call).id : 0;
}

function readScope(params: Params): string {
  const scope = params.json('scope', "can't parse BotCommandScope JSON object");
  if (!isObject(scope)) return 'default';
  const chat = textOf(scope, 'chat_id');
  return chat ? `${textOf(scope, 'type')}:${chat}` : textOf(scope, 'type');
}

function readCommands(params: Params): BotCommand[] {
  const list = params.json('commands', "can't parse commands JSON object");
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand');
  return list.filter(isObject).map((item) => {
    const command = textOf(item, 'command').replace(/^\//, '');
    const description = textOf(item, 'description');
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command, description };
  });
}
