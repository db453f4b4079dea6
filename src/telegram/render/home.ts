import type { InlineKeyboardButton, Message } from 'grammy/types';
import { parseTap } from '../callback-data.ts';
import { button } from './screen.ts';
import type { Voice } from './voice.ts';

/** Stands on every screen, in whose place home comes. */
export function homeButton(voice: Voice): InlineKeyboardButton {
  return button(voice.plain('button-home'), { to: 'home' });
}

/** The same below a result, which stays where it is: home comes in a message of its own. */
export function menuButton(voice: Voice): InlineKeyboardButton {
  return button(voice.plain('button-home'), { to: 'menu' });
}

/** Whether a message is a result, which no screen may take the place of. */
export function isResult({ reply_markup: markup }: Pick<Message, 'reply_markup'>): boolean {
  const buttons = markup?.inline_keyboard.flat() ?? [];
  return buttons.some((it) => 'callback_data' in it && parseTap(it.callback_data)?.to === 'menu');
}
