import type { InlineKeyboardButton } from 'grammy/types';
import type { Place } from '#generation';
import { parseTap, type Tap } from '../callback-data.ts';
import { isGroup } from '../place.ts';

/** What is tapped where others read along: menus, and all that is for one person alone, stay in the private chat. */
const GROUP_TAPS: ReadonlySet<Tap['to']> = new Set([
  'generate',
  'generate-free',
  'cancel-draft',
  'stop',
  'again',
  'vary',
]);

export function isGroupTap({ to }: Tap): boolean {
  return GROUP_TAPS.has(to);
}

/** The buttons that a screen keeps in this place. */
export function keyboardAt(place: Place, keyboard: InlineKeyboardButton[][]): InlineKeyboardButton[][] {
  if (!isGroup(place)) return keyboard;
  return keyboard.map((row) => row.filter(isForGroup)).filter((row) => row.length > 0);
}

function isForGroup(button: InlineKeyboardButton): boolean {
  if ('url' in button) return true;
  const tap = 'callback_data' in button ? parseTap(button.callback_data) : null;
  return tap !== null && isGroupTap(tap);
}
