import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { byteOffset, type FormattedText } from './formatted-text.ts';
import { type EntityDetail, type EntityType, makeEntity } from './make-entity.ts';

/** Tags of Telegram's HTML and the entity each makes; `span` and `blockquote` look at their attributes. */
const TAGS: Record<string, EntityType> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  'tg-time': 'date_time',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  name: string;
  attributes: Map<string, string>;
  /** Where its content starts in the plain text. */
  offset: number;
}

interface ParsedEntity {
  entity: MessageEntity;
  /** Of a `code` tag with a class like `language-ts`. */
  language: string | undefined;
}

/** Telegram's HTML to text and entities; whatever it does not accept is refused with the server's words (facts: 1.5). */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: ParsedEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === '&') {
      const [decoded, length] = decodeReference(source, at);
      text += decoded;
      at += length;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, open, entities, text);
    } else {
      const tag = readStartTag(source, at);
      open.push({ ...tag, offset: text.length });
      at = tag.end;
    }
  }
  const left = open.at(-1);
  if (left) throw parseError(`Can't find end tag corresponding to start tag "${left.name}"`);
  return { text, entities: joinCode(entities) };
}

/** Handles `</name>` at the position; answers the position behind it. */
function closeTag(
  source: string,
  at: number,
  open: OpenTag[],
  entities: ParsedEntity[],
  text: string,
): number {
  const tag = open.pop();
  if (!tag) throw parseError(`Unexpected end tag at byte offset ${byteOffset(source, at)}`);
  const match = /^<\/([^\s>]*)\s*>/.exec(source.slice(at));
  if (!match) throw parseError(`Unclosed end tag at byte offset ${byteOffset(source, at)}`);
  const name = (match[1] ?? '').toLowerCase();
  if (name !== '' && name !== tag.name) {
    const place = byteOffset(source, at);
    throw parseError(
      `Unmatched end tag at byte offset ${place}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  const entity = entityOf(tag, text);
  if (entity) entities.push({ entity, language: languageOf(tag) });
  return at + match[0].length;
}

function readStartTag(
  source: string,
  at: number,
): { name: string; attributes: Map<string, string>; end: number } {
  const place = byteOffset(source, at);
  const name = (/^[^\s>]*/.exec(source.slice(at + 1))?.[0] ?? '').toLowerCase();
  const attributes = new Map<string, string>();
  let end = at + 1 + name.length;
  if (end >= source.length) throw parseError(`Unclosed start tag at byte offset ${place}`);
  if (!Object.hasOwn(TAGS, name)) throw parseError(`Unsupported start tag "${name}" at byte offset ${place}`);
  for (;;) {
    end += /^\s*/.exec(source.slice(end))?.[0].length ?? 0;
    if (source[end] === '>') break;
    const match = /^([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/.exec(source.slice(end));
    if (!match) throw parseError(`Unclosed start tag "${name}" at byte offset ${place}`);
    attributes.set(
      (match[1] ?? '').toLowerCase(),
      decodeAll((match[2] ?? '').replace(/^(["'])(.*)\1$/s, '$2')),
    );
    end += match[0].length;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw parseError(`Tag "span" must have class "tg-spoiler" at byte offset ${place}`);
  }
  return { name, attributes, end: end + 1 };
}

function entityOf(tag: OpenTag, text: string): MessageEntity | undefined {
  const content = text.slice(tag.offset);
  const expandable = tag.name === 'blockquote' && tag.attributes.has('expandable');
  const type = expandable ? 'expandable_blockquote' : TAGS[tag.name];
  if (!type) return undefined;
  return makeEntity(type, tag.offset, content.length, detailOf(tag, content));
}

function detailOf({ name, attributes }: OpenTag, content: string): EntityDetail {
  if (name === 'a') return { url: attributes.get('href') || content };
  if (name === 'tg-emoji') return { custom_emoji_id: attributes.get('emoji-id') ?? '' };
  if (name === 'tg-time') {
    return { unix_time: Number(attributes.get('unix')), date_time_format: attributes.get('format') ?? '' };
  }
  return {};
}

function languageOf({ attributes }: OpenTag): string | undefined {
  return /^language-(.+)$/.exec(attributes.get('class') ?? '')?.[1];
}

/** `<pre><code class="language-x">` is one entity: `pre` with the language of the code inside. */
function joinCode(entities: ParsedEntity[]): MessageEntity[] {
  const twin = (entity: MessageEntity, type: 'pre' | 'code') =>
    entities.find(
      (other) =>
        other.entity.type === type &&
        other.entity.offset === entity.offset &&
        other.entity.length === entity.length,
    );
  return entities.flatMap(({ entity }) => {
    if (entity.type === 'code' && twin(entity, 'pre')) return [];
    const language = entity.type === 'pre' ? twin(entity, 'code')?.language : undefined;
    return [language && entity.type === 'pre' ? { ...entity, language } : entity];
  });
}

/** A reference like `&lt;` or `&#33;` and how many characters it took; what is none stays as it is. */
function decodeReference(source: string, at: number): [string, number] {
  const match = /^&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/i.exec(source.slice(at, at + 12));
  if (!match) return ['&', 1];
  const [whole, decimal, hex, name] = match;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
  const named = name && Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const decoded = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : named;
  return decoded === undefined ? ['&', 1] : [decoded, whole.length];
}

function decodeAll(text: string): string {
  return text.replace(/&#?\w+;?/g, (reference) => {
    const [decoded, length] = decodeReference(reference, 0);
    return decoded + reference.slice(length);
  });
}

function parseError(text: string): Error {
  return badRequest(`can't parse entities: ${text}`);
}
