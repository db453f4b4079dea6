import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import { readInlineMarkup } from '../content/markup.ts';
import { codePoints } from '../entities/formatted-text.ts';
import type { StoredMessage } from '../messages.ts';
import { readInputMedia } from './albums.ts';
import { checkDeliverable, findChat, findMessage } from './destination.ts';
import type { Call, Method } from './method.ts';
import {
  asCaption,
  asText,
  captionParam,
  linkPreview,
  MAX_CAPTION,
  MAX_TEXT,
  textParam,
} from './text-input.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const MEDIA_FIELDS = ['photo', 'video', 'audio', 'voice', 'document', 'animation'] as const;

/** Changes to the bot's own messages. An edit without `reply_markup` takes the keyboard away. */
export const editing = {
  editMessageText(call) {
    const text = textParam(call.params);
    const preview = linkPreview(call.params);
    const { stored, keyboard, commit } = startEdit(call);
    if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
    const { text: _text, entities: _entities, link_preview_options: _preview, ...rest } = stored.message;
    return commit({ ...rest, ...asText(text), ...preview }, keyboard, () => {
      if (codePoints(text.text) > MAX_TEXT) throw badRequest('MESSAGE_TOO_LONG');
    });
  },

  editMessageCaption(call) {
    const caption = captionParam(call.params);
    const { stored, keyboard, commit } = startEdit(call);
    if (!hasMedia(stored.message)) throw badRequest('there is no caption in the message to edit');
    const { caption: _caption, caption_entities: _entities, ...rest } = stored.message;
    return commit({ ...rest, ...asCaption(caption) }, keyboard, () => {
      if (codePoints(caption.text) > MAX_CAPTION) throw badRequest('MEDIA_CAPTION_TOO_LONG');
    });
  },

  async editMessageMedia(call) {
    const { params, bot } = call;
    const value = params.json('media', "can't parse media JSON object");
    const item = readInputMedia(params, value, (type) =>
      badRequest(`type "${type}" can't be used in editMessageMedia`),
    );
    const { stored, keyboard, commit } = startEdit(call);
    const content = await bot.media.load(item.kind, item.input, item.details);
    const dropped: readonly string[] = [...MEDIA_FIELDS, 'caption', 'caption_entities', 'text', 'entities'];
    const rest = Object.fromEntries(
      Object.entries(stored.message).filter(([name]) => !dropped.includes(name)),
    );
    return commit({ ...rest, ...content, ...asCaption(item.caption) } as Message, keyboard, () => {
      if (codePoints(item.caption.text) > MAX_CAPTION) throw badRequest('MEDIA_CAPTION_TOO_LONG');
    });
  },

  editMessageReplyMarkup(call) {
    const { stored, keyboard, commit } = startEdit(call);
    return commit(stored.message, keyboard, () => undefined);
  },
} satisfies Record<string, Method>;

/** Finds chat and message in the server's order; `commit` makes the core's checks and stores the new version. */
function startEdit(call: Call) {
  const keyboard = readInlineMarkup(call.params);
  const chat = findChat(call);
  const stored = findMessage(call, chat, 'message to edit not found');
  if (!isEditable(stored)) throw badRequest("message can't be edited");

  const commit = (content: Message, markup: InlineKeyboardMarkup | undefined, check: () => void): Message => {
    checkDeliverable(chat, markup);
    check();
    const { reply_markup: _markup, ...rest } = content;
    const next: Message = { ...rest, ...(markup ? { reply_markup: markup } : {}) };
    if (sameContent(stored.message, next)) throw badRequest(NOT_MODIFIED);
    return call.bot.messages.replace(stored, { ...next, edit_date: unixTime(call.bot.clock) });
  };
  return { stored, keyboard, commit };
}

function isEditable({ outgoing, markup, message }: StoredMessage): boolean {
  const isContent = message.text !== undefined || hasMedia(message) || message.invoice !== undefined;
  return outgoing && isContent && (markup === undefined || markup.kind === 'inline');
}

function hasMedia(message: Message): boolean {
  return MEDIA_FIELDS.some((name) => message[name] !== undefined);
}

/** Whether only the date of the edit differs. */
function sameContent(a: Message, b: Message): boolean {
  const essence = (message: Message) => {
    const { edit_date: _date, ...rest } = message;
    return JSON.stringify(sortKeys(rest));
  };
  return essence(a) === essence(b);
}

function sortKeys(value: object): object {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
