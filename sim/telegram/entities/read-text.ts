import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { isObject } from '../params.ts';
import { findEntities } from './find-entities.ts';
import { type FormattedText, trimFormatted } from './formatted-text.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';

const MAX_RAW_BYTES = 32_768;

const PARSERS: Record<string, (source: string) => FormattedText> = {
  html: parseHtml,
  markdown: parseMarkdown,
  markdownv2: parseMarkdownV2,
};

/** A text or caption as it came from a bot. */
export interface RawText {
  text: string;
  parseMode: string;
  /** The `entities` parameter, already parsed from JSON; used where there is no parse mode. */
  entities?: unknown;
}

/** Marks applied, white space trimmed, links and commands found; may be empty (facts: 1.5). */
export function readFormatted(raw: RawText): FormattedText {
  if (Buffer.byteLength(raw.text) > MAX_RAW_BYTES) throw badRequest('text is too long');
  const { text, entities } = trimFormatted(parse(raw));
  return { text, entities: findEntities(text, entities) };
}

/** As `readFormatted`, for a text that must not be empty. */
export function readText(raw: RawText): FormattedText {
  if (raw.text === '') throw badRequest('message text is empty');
  const formatted = readFormatted(raw);
  if (formatted.text === '') throw badRequest('text must be non-empty');
  return formatted;
}

function parse({ text, parseMode, entities }: RawText): FormattedText {
  const mode = parseMode.toLowerCase();
  if (mode === '' || mode === 'none') return { text, entities: givenEntities(text, entities) };
  const parser = Object.hasOwn(PARSERS, mode) ? PARSERS[mode] : undefined;
  if (!parser) throw badRequest('unsupported parse_mode');
  return parser(text);
}

function givenEntities(text: string, list: unknown): MessageEntity[] {
  if (!Array.isArray(list)) return [];
  const inside = (entity: MessageEntity) =>
    entity.offset >= 0 && entity.length > 0 && entity.offset + entity.length <= text.length;
  const hasShape = (item: unknown): item is MessageEntity =>
    isObject(item) &&
    typeof item.type === 'string' &&
    typeof item.offset === 'number' &&
    typeof item.length === 'number';
  return list.filter(hasShape).filter(inside);
}
