import type { MessageEntity } from 'grammy/types';

/** Plain text with its marks; offsets and lengths in UTF-16 code units. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

/** Length as the limits of texts and captions count it. */
export function codePoints(text: string): number {
  return [...text].length;
}

/** Trims white space from both ends and moves the entities along; what became empty is dropped. */
export function trimFormatted({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length;
  const start = Math.min(end, text.length - text.trimStart().length);
  const moved = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  return { text: text.slice(start, end), entities: sortEntities(moved) };
}

/** Outer before inner, first before later: the order in which the server lists them. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

/** Position in UTF-8 bytes, as parse errors name it. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}
