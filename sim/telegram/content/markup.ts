import type { InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { isObject, type Params, textOf } from '../params.ts';

/** What a bot asked to show under a message, or below the whole chat. */
export type Markup =
  | { kind: 'inline'; keyboard: InlineKeyboardMarkup }
  | { kind: 'reply'; keyboard: ReplyKeyboardMarkup }
  | { kind: 'remove' }
  | { kind: 'force' };

const BUTTON_FIELDS = [
  ...['url', 'web_app', 'login_url', 'switch_inline_query', 'switch_inline_query_current_chat'],
  ...['switch_inline_query_chosen_chat', 'copy_text', 'callback_game', 'pay', 'disabled'],
];
const STYLES: unknown[] = ['danger', 'success', 'primary'];
const MAX_CALLBACK_DATA_BYTES = 64;

/** The `reply_markup` of a call, judged as far as the server does before it looks for the chat. */
export function readMarkup(params: Params): Markup | undefined {
  const complaint = "can't parse reply keyboard markup JSON object";
  const value = params.json('reply_markup', complaint);
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw badRequest('object expected as reply markup');
  if (Array.isArray(value.inline_keyboard))
    return { kind: 'inline', keyboard: readInline(value.inline_keyboard) };
  if (Array.isArray(value.keyboard))
    return { kind: 'reply', keyboard: value as unknown as ReplyKeyboardMarkup };
  if (value.remove_keyboard === true) return { kind: 'remove' };
  if (value.force_reply === true) return { kind: 'force' };
  return undefined;
}

/** As `readMarkup`, for edits: only an inline keyboard can stand on an existing message; an empty one is none. */
export function readInlineMarkup(params: Params): InlineKeyboardMarkup | undefined {
  return inlineOf(readMarkup(params));
}

export function inlineOf(markup: Markup | undefined): InlineKeyboardMarkup | undefined {
  return markup?.kind === 'inline' && markup.keyboard.inline_keyboard.length > 0
    ? markup.keyboard
    : undefined;
}

/** What only the core refuses, after all else was found good (facts: 1.5, callback_data, web_app in a group). */
export function checkButtons(
  keyboard: InlineKeyboardMarkup | undefined,
  chat: 'private' | 'group' = 'private',
): void {
  for (const button of keyboard?.inline_keyboard.flat() ?? []) {
    if (chat === 'group' && 'web_app' in button) throw badRequest('BUTTON_TYPE_INVALID');
    if (!('callback_data' in button)) continue;
    if (Buffer.byteLength(button.callback_data) > MAX_CALLBACK_DATA_BYTES)
      throw badRequest('BUTTON_DATA_INVALID');
  }
}

function readInline(rows: unknown[]): InlineKeyboardMarkup {
  const keyboard = rows.map((row) => {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard: expected an Array of Arrays");
    return row.map(readButton);
  });
  return { inline_keyboard: keyboard.filter((row) => row.length > 0) };
}

function readButton(value: unknown): InlineKeyboardButton {
  if (!isObject(value)) throw buttonError('expected an Object');
  const text = textOf(value, 'text');
  if (value.style !== undefined && !STYLES.includes(value.style))
    throw buttonError('invalid button style specified');
  const decoration = {
    text,
    ...(value.style === undefined ? {} : { style: value.style }),
    ...(value.icon_custom_emoji_id === undefined ? {} : { icon_custom_emoji_id: value.icon_custom_emoji_id }),
  };
  const data = textOf(value, 'callback_data');
  const field = data !== '' ? 'callback_data' : BUTTON_FIELDS.find((name) => value[name] !== undefined);
  if (!field) throw buttonError('Text buttons are unallowed in the inline keyboard');
  return { ...decoration, [field]: value[field] } as InlineKeyboardButton;
}

function buttonError(text: string): Error {
  return badRequest(`can't parse inline keyboard button: ${text}`);
}
