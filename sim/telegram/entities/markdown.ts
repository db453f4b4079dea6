import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { byteOffset, type FormattedText } from './formatted-text.ts';
import { type EntityType, makeEntity } from './make-entity.ts';

const MARKS: [mark: string, type: EntityType][] = [
  ['```', 'pre'],
  ['`', 'code'],
  ['*', 'bold'],
  ['_', 'italic'],
];

/** The old Markdown: no nesting, four marks and links. */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const piece = readEscape(source, at) ?? readMark(source, at) ?? readLink(source, at);
    const shown = piece?.text ?? source[at] ?? '';
    const entity = piece?.type && makeEntity(piece.type, text.length, shown.length, { url: piece.url ?? '' });
    if (entity) entities.push(entity);
    text += shown;
    at += piece?.taken ?? 1;
  }
  return { text, entities };
}

interface Piece {
  text: string;
  taken: number;
  type?: EntityType;
  url?: string;
}

function readEscape(source: string, at: number): Piece | undefined {
  const next = source[at + 1];
  return source[at] === '\\' && next && '_*`['.includes(next) ? { text: next, taken: 2 } : undefined;
}

function readMark(source: string, at: number): Piece | undefined {
  const found = MARKS.find(([mark]) => source.startsWith(mark, at));
  if (!found) return undefined;
  const [mark, type] = found;
  const end = source.indexOf(mark, at + mark.length);
  if (end < 0) throw unended(source, at);
  const text = source.slice(at + mark.length, end);
  return { text, taken: text.length + mark.length * 2, type };
}

function readLink(source: string, at: number): Piece | undefined {
  if (source[at] !== '[') return undefined;
  const match = /^\[([^\]]*)\](?:\(([^)]*)\))?/.exec(source.slice(at));
  if (!match) throw unended(source, at);
  const [whole, text = '', url] = match;
  return url ? { text, taken: whole.length, type: 'text_link', url } : { text, taken: whole.length };
}

function unended(source: string, at: number): Error {
  const place = byteOffset(source, at);
  return badRequest(`can't parse entities: Can't find end of the entity starting at byte offset ${place}`);
}
