import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from './markdown.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';
import { readText } from './read-text.ts';

const entity = (type: string, offset: number, length: number, more: object = {}) => ({
  type,
  offset,
  length,
  ...more,
});

for (const [source, text, entities] of [
  ['*b* _i_', 'b i', [entity('bold', 0, 1), entity('italic', 2, 1)]],
  [
    '__u__ ~s~ ||x||',
    'u s x',
    [entity('underline', 0, 1), entity('strikethrough', 2, 1), entity('spoiler', 4, 1)],
  ],
  ['`c` ```ts\nx```', 'c x', [entity('code', 0, 1), entity('pre', 2, 1, { language: 'ts' })]],
  ['[l](https://a.bc/)', 'l', [entity('text_link', 0, 1, { url: 'https://a.bc/' })]],
  ['1\\. \\*no\\*', '1. *no*', []],
  ['>q\n>r\nplain', 'q\nr\nplain', [entity('blockquote', 0, 3)]],
] as const) {
  test(`MarkdownV2 ${JSON.stringify(source)} becomes its text and entities`, () => {
    assert.deepEqual(parseMarkdownV2(source), { text, entities });
  });
}

test('MarkdownV2 refuses a reserved character without a backslash', () => {
  assert.throws(() => parseMarkdownV2('Done.'), {
    message:
      "Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
  });
});

test('MarkdownV2 names the entity that does not end', () => {
  assert.throws(() => parseMarkdownV2('é *bold'), {
    message: "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 3",
  });
});

test('The old Markdown marks text and names where an entity starts that does not end', () => {
  assert.deepEqual(parseMarkdown('*b* [l](http://a.bc/) 1.'), {
    text: 'b l 1.',
    entities: [entity('bold', 0, 1), entity('text_link', 2, 1, { url: 'http://a.bc/' })],
  });
  assert.throws(() => parseMarkdown('snake_case'), {
    message: "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 5",
  });
});

test('An unknown parse mode is refused', () => {
  assert.throws(() => readText({ text: 'x', parseMode: 'rtf' }), {
    message: 'Bad Request: unsupported parse_mode',
  });
});
