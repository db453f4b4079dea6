import type { InlineKeyboardButton, Message, Update } from 'grammy/types';
import { type Call, type ScriptedBotApi, scriptedBotApi } from './bot-api.ts';

export const botInfo = {
  id: 1,
  is_bot: true as const,
  first_name: 'Bot',
  username: 'test_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  supports_join_request_queries: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_guest_queries: false,
};

export interface Shown {
  id: number;
  text: string;
  buttons: InlineKeyboardButton[];
}

/** Something the person does, once it is their turn. */
export type Step = () => Update;

/** One person's chat as the bot left it: messages by id, and what each tap was answered. */
export interface Chat {
  server: ScriptedBotApi;
  messages: Map<number, Shown>;
  /** The newest message of the bot. */
  last(): Shown;
  says(content: string | Partial<Message>): Step;
  /** Presses the button whose label holds the text, on the newest message or the given one. */
  taps(label: string, on?: Shown): Step;
  data(callbackData: string): Step;
  /** Answers to taps, oldest first; an empty text where there was none. */
  toasts(): string[];
}

/** A Bot API that remembers what it was told to show, and the updates that a person at it would cause. */
export async function openChat(personId: number, language = 'en'): Promise<Chat> {
  const server = await scriptedBotApi();
  const messages = new Map<number, Shown>();
  const from = { id: personId, is_bot: false, first_name: 'Ann <b>', language_code: language };
  const chat = { id: personId, type: 'private' as const, first_name: 'Ann' };
  let messageId = 100;
  let updateId = personId * 1000;

  function keep(id: number, { params }: Call): Shown {
    const markup = params.reply_markup as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
    const shown = { id, text: String(params.text ?? ''), buttons: markup?.inline_keyboard?.flat() ?? [] };
    messages.set(id, shown);
    return shown;
  }

  const asMessage = ({ id, text }: Shown) => ({ message_id: id, date: 1, chat, text });
  server.answer('sendMessage', (call) => ({ result: asMessage(keep(++messageId, call)) }));
  server.answer('editMessageText', (call) => ({
    result: asMessage(keep(Number(call.params.message_id), call)),
  }));
  server.answer('deleteMessage', ({ params }) => ({ result: messages.delete(Number(params.message_id)) }));

  function last(): Shown {
    const newest = [...messages.values()].sort((a, b) => b.id - a.id)[0];
    if (!newest) throw new Error('the bot has said nothing');
    return newest;
  }

  function data(callbackData: string, on: Shown = last()): Update {
    const message = asMessage(on) as Message;
    const query = { id: String(updateId), from, chat_instance: '1', message, data: callbackData };
    return { update_id: ++updateId, callback_query: query } as Update;
  }

  return {
    server,
    messages,
    last,
    data: (callbackData) => () => data(callbackData),
    says: (content) => () => {
      const body = typeof content === 'string' ? { text: content } : content;
      return {
        update_id: ++updateId,
        message: { message_id: ++messageId, date: 1, chat, from, ...body },
      } as Update;
    },
    taps: (label, on) => () => {
      const { buttons } = on ?? last();
      const button = buttons.find(({ text }) => text.includes(label));
      if (!button || !('callback_data' in button)) {
        throw new Error(`no button "${label}" among ${buttons.map(({ text }) => text).join(' | ')}`);
      }
      return data(button.callback_data, on);
    },
    toasts: () =>
      server.calls
        .filter(({ method }) => method === 'answerCallbackQuery')
        .map(({ params }) => String(params.text ?? '')),
  };
}
