import type { Message } from 'grammy/types';
import { parseTap, type Tap } from '#telegram';

/** A button as the walk knows it: `key` is what it does, whichever row, draft and revision it was drawn for. */
export interface Way {
  to: Tap['to'];
  key: string;
  tap: Tap;
  data: string;
  label: string;
}

/** What a button carries to name one of many rows: two that differ only in these do the same. */
const ROWS = new Set(['draft', 'revision', 'generation', 'preset', 'files', 'before', 'broadcast']);

/** Telegram's own limits, which the simulator enforces, and ours: nothing on a screen may be a key or a hole. */
const RAW =
  /\b(?:field|choice|about|button|form|error|type|status|action|history|shelf|admin|packs|group|reason|act)-[a-z][a-z_-]+\b|undefined|\[object|NaN/;

export function waysFrom(message: Message): Way[] {
  return dataOf(message).flatMap(({ data, label }) => {
    const tap = parseTap(data);
    if (!tap) return [];
    const carried = Object.entries(tap).filter(([name]) => !ROWS.has(name));
    return [{ to: tap.to, key: JSON.stringify(carried), tap, data, label }];
  });
}

/** What is wrong with a screen by itself. */
export function faultsOf(message: Message): string[] {
  const keyboard = message.reply_markup?.inline_keyboard.flat() ?? [];
  const text = message.text ?? message.caption ?? '';
  const faults: string[] = [];
  if (keyboard.length === 0) faults.push('a dead end: no button');
  for (const { data } of dataOf(message)) {
    if (Buffer.byteLength(data) > 64) faults.push(`button data too long: ${data}`);
    if (!parseTap(data)) faults.push(`a button that the bot does not know: ${data}`);
  }
  for (const said of [text, ...keyboard.map((button) => button.text)])
    if (RAW.test(said)) faults.push(`not for people: ${said.slice(0, 120)}`);
  if (keyboard.some((button) => button.text.trim() === '')) faults.push('a button without a name');
  return faults;
}

function dataOf(message: Message): { data: string; label: string }[] {
  const keyboard = message.reply_markup?.inline_keyboard.flat() ?? [];
  return keyboard.flatMap((button) =>
    'callback_data' in button ? [{ data: button.callback_data, label: button.text }] : [],
  );
}
