import type { MessageEntity } from 'grammy/types';
import { sortEntities } from './formatted-text.ts';

type FoundType = 'bot_command' | 'mention' | 'hashtag' | 'email' | 'url';

/** What the server marks by itself. An earlier row wins where two overlap. */
const PATTERNS: [FoundType, RegExp][] = [
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gi],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['bot_command', /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@\w{3,32})?(?!\w|\/)/gi],
  ['mention', /(?<![\w@])@[a-z]\w{2,31}\b/gi],
  ['hashtag', /(?<![\p{L}\p{N}_])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];

/** Adds the entities the server finds in plain text; those inside code and those that cross given ones stay out. */
export function findEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  const all = [...given];
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      const blocked = [...all.filter(isOpaque), ...found].some((other) => overlaps(entity, other));
      if (!blocked) found.push(entity);
    }
  }
  return sortEntities([...all, ...found]);
}

function isOpaque(entity: MessageEntity): boolean {
  return ['code', 'pre', 'text_link', 'text_mention', 'url', 'custom_emoji'].includes(entity.type);
}

function overlaps(a: { offset: number; length: number }, b: { offset: number; length: number }): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
