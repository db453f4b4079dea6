import type { InlineKeyboardButton } from 'grammy/types';
import { button } from './screen.ts';
import type { Voice } from './voice.ts';

/** Stands on every screen. */
export function homeButton(voice: Voice): InlineKeyboardButton {
  return button(voice.plain('button-home'), { to: 'home' });
}
