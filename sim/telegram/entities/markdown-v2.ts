import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { byteOffset, type FormattedText } from './formatted-text.ts';
import { type EntityType, makeEntity } from './make-entity.ts';

/** Marks that open and close with the same characters, longer ones first. */
const MARKS: [mark: string, type: EntityType, name: string][] = [
  ['__', 'underline', 'Underline'],
  ['||', 'spoiler', 'Spoiler'],
  ['*', 'bold', 'Bold'],
  ['_', 'italic', 'Italic'],
  ['~', 'strikethrough', 'Strikethrough'],
];
const RESERVED = '_*[]()~`>#+-=|{}.!';

interface OpenMark {
  mark: string;
  type: EntityType;
  name: string;
  offset: number;
  at: number;
}

/** MarkdownV2 to text and entities, with the server's words for what it refuses (facts: 1.5). */
export function parseMarkdownV2(source: string): FormattedText {
  const parser = new MarkdownParser(source);
  return parser.parse();
}

class MarkdownParser {
  readonly #source: string;
  readonly #open: OpenMark[] = [];
  readonly #entities: MessageEntity[] = [];
  #text = '';
  #at = 0;
  #quoteStart: number | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): FormattedText {
    while (this.#at < this.#source.length) {
      this.#quote() || this.#escape() || this.#code() || this.#link() || this.#mark() || this.#plain();
    }
    this.#endQuote();
    const left = this.#open.at(-1);
    if (left) throw this.#unended(left);
    return { text: this.#text, entities: this.#entities };
  }

  #escape(): boolean {
    const next = this.#source[this.#at + 1];
    if (this.#source[this.#at] !== '\\' || next === undefined || next.charCodeAt(0) > 126) return false;
    this.#text += next;
    this.#at += 2;
    return true;
  }

  /** A quote is a run of lines that start with `>`; `||` at its very end makes it expandable. */
  #quote(): boolean {
    const lineStart = this.#at === 0 || this.#source[this.#at - 1] === '\n';
    if (!lineStart) return false;
    const empty = this.#source.startsWith('**>', this.#at);
    if (!empty && this.#source[this.#at] !== '>') {
      this.#endQuote();
      return false;
    }
    if (empty) this.#endQuote();
    this.#quoteStart ??= this.#text.length;
    this.#at += empty ? 3 : 1;
    return true;
  }

  #endQuote(expandable = false): void {
    if (this.#quoteStart === undefined) return;
    const length = this.#text.replace(/\n$/, '').length - this.#quoteStart;
    this.#add(expandable ? 'expandable_blockquote' : 'blockquote', this.#quoteStart, length);
    this.#quoteStart = undefined;
  }

  #code(): boolean {
    if (this.#source[this.#at] !== '`') return false;
    const fence = this.#source.startsWith('```', this.#at) ? '```' : '`';
    const start = this.#at;
    this.#at += fence.length;
    const language = fence === '```' ? (/^([^\s`]+)\n/.exec(this.#source.slice(this.#at))?.[1] ?? '') : '';
    this.#at += language.length;
    if (fence === '```' && this.#source[this.#at] === '\n') this.#at += 1;
    const offset = this.#text.length;
    while (!this.#source.startsWith(fence, this.#at)) {
      if (this.#at >= this.#source.length) throw this.#unendedAt(start, fence === '`' ? 'Code' : 'Pre');
      this.#escape() || this.#take();
    }
    this.#at += fence.length;
    const type = fence === '`' ? 'code' : 'pre';
    this.#add(type, offset, this.#text.length - offset, language ? { language } : {});
    return true;
  }

  /** `[text](address)`; `![` starts a custom emoji, whose address names it. */
  #link(): boolean {
    const emoji = this.#source.startsWith('![', this.#at);
    if (emoji || this.#source[this.#at] === '[') {
      const mark = emoji ? '![' : '[';
      this.#push({
        mark,
        type: emoji ? 'custom_emoji' : 'text_link',
        name: emoji ? 'CustomEmoji' : 'TextUrl',
      });
      this.#at += mark.length;
      return true;
    }
    const open = this.#open.at(-1);
    if (this.#source[this.#at] !== ']' || !open?.mark.endsWith('[')) return false;
    this.#open.pop();
    const match = /^\]\(((?:\\.|[^)\\])*)\)/s.exec(this.#source.slice(this.#at));
    const shown = this.#text.slice(open.offset);
    const url = match ? (match[1] ?? '').replace(/\\(.)/gs, '$1') : shown;
    const id = /[?&]id=(\d+)/.exec(url)?.[1] ?? '';
    this.#add(open.type, open.offset, shown.length, { url, custom_emoji_id: id });
    this.#at += match ? match[0].length : 1;
    return true;
  }

  #mark(): boolean {
    const found = MARKS.find(([mark]) => this.#source.startsWith(mark, this.#at));
    if (!found) return false;
    const [mark, type, name] = found;
    const open = this.#open.at(-1);
    if (open?.mark === mark) {
      this.#open.pop();
      this.#add(type, open.offset, this.#text.length - open.offset);
    } else if (mark === '||' && this.#quoteStart !== undefined && this.#atLineEnd(2)) {
      this.#endQuote(true);
    } else {
      this.#push({ mark, type, name });
    }
    this.#at += mark.length;
    return true;
  }

  #plain(): boolean {
    const char = this.#source[this.#at] ?? '';
    if (RESERVED.includes(char)) {
      throw badRequest(
        `can't parse entities: Character '${char}' is reserved and must be escaped with the preceding '\\'`,
      );
    }
    return this.#take();
  }

  #take(): boolean {
    this.#text += this.#source[this.#at] ?? '';
    this.#at += 1;
    return true;
  }

  #atLineEnd(ahead: number): boolean {
    const next = this.#source[this.#at + ahead];
    return next === undefined || next === '\n';
  }

  #push(mark: Pick<OpenMark, 'mark' | 'type' | 'name'>): void {
    this.#open.push({ ...mark, offset: this.#text.length, at: this.#at });
  }

  #add(type: EntityType, offset: number, length: number, detail = {}): void {
    const entity = makeEntity(type, offset, length, detail);
    if (entity) this.#entities.push(entity);
  }

  #unended({ at, name }: OpenMark): Error {
    return this.#unendedAt(at, name);
  }

  #unendedAt(at: number, name: string): Error {
    const place = byteOffset(this.#source, at);
    return badRequest(`can't parse entities: Can't find end of ${name} entity at byte offset ${place}`);
  }
}
