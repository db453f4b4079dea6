import { AppError } from '#platform';

/** Rows of a table, newest first; `next` leads to the page after this one, null at the end. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}

export interface PageOrder {
  /** `next` of the page before. */
  after?: string | undefined;
  /** Rows on a page. */
  limit: number;
}

/** Where a page ended: the moment and the key of its last row. */
export interface Place {
  at: Date;
  key: string;
}

/** Of one row more than asked for: the page, and where the next begins. */
export function pageOf<Row>(rows: Row[], limit: number, placeOf: (row: Row) => Place): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? writePlace(placeOf(last)) : null };
}

function writePlace({ at, key }: Place): string {
  return Buffer.from(`${at.getTime()} ${key}`).toString('base64url');
}

/** @throws AppError `invalid-call` for what no page said */
export function readPlace(text: string): Place {
  const [, time, key] = /^(\d{1,15}) (.+)$/s.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (time === undefined || key === undefined) throw new AppError('invalid-call', 'No page ends there');
  return { at: new Date(Number(time)), key };
}
