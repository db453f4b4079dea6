import type { InlineKeyboardButton } from 'grammy/types';
import { packTap, type Tap } from '../callback-data.ts';
import { clip } from './html.ts';

/** What one message shows: Telegram HTML and the buttons below it, row by row. */
export interface Screen {
  text: string;
  keyboard: InlineKeyboardButton[][];
}

/** Longer labels would be cut by the app anyway. */
const LABEL_LIMIT = 60;

export type ButtonStyle = 'success' | 'danger' | 'primary';

/** A button that leads to a screen or does something. */
export function button(text: string, tap: Tap, style?: ButtonStyle): InlineKeyboardButton {
  const label = { text: clip(text, LABEL_LIMIT), callback_data: packTap(tap) };
  return style === undefined ? label : { ...label, style };
}

/** Buttons side by side, `width` in a row. */
export function inRows(buttons: readonly InlineKeyboardButton[], width: number): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let start = 0; start < buttons.length; start += width) rows.push(buttons.slice(start, start + width));
  return rows;
}

/** In Latin letters; an emoji takes the room of two, and seven Cyrillic letters that of eight. */
function widthOf(label: string): number {
  const wide = label.match(/\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu)?.length ?? 0;
  const broad = (label.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / 7;
  return (
    [...label.replace(/[\u{fe0f}\u{200d}]|\p{Regional_Indicator}(?=\p{Regional_Indicator})/gu, '')].length +
    wide +
    broad
  );
}

/** The longest label that a phone shows whole when it has a row for itself. */
const ROW_FITS = 40;
/** Fewer letters say nothing of a name. */
const NAME_LEFT = 12;

/** What a row says of something, its name shortened where a phone would cut off what follows it. */
export function rowText(name: string, write: (name: string) => string): string {
  const beyond = widthOf(write(name)) - ROW_FITS;
  return beyond <= 0 ? write(name) : write(clip(name, Math.max(NAME_LEFT, [...name].length - beyond)));
}

/** The longest labels that a phone shows whole, by how many stand side by side. */
const FITS: readonly (readonly [number, number])[] = [
  [3, 10],
  [2, 18],
];

/** As many buttons side by side as a phone shows with their whole labels, three at most. */
export function fitted(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let left = [...buttons]; left.length > 0; left = left.slice(rows.at(-1)?.length ?? 1)) {
    const width = FITS.find(([count, longest]) =>
      left.slice(0, count).every(({ text }) => widthOf(text) <= longest),
    );
    rows.push(left.slice(0, width?.[0] ?? 1));
  }
  return rows;
}

/** One page of a long list; `page` beyond the end is the last page. */
export function pageOf<T>(
  all: readonly T[],
  page: number,
  size: number,
): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const current = Math.min(page, pages - 1);
  return { items: all.slice(current * size, (current + 1) * size), page: current, pages };
}
