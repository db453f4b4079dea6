import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from './html.ts';
import { readText } from './read-text.ts';

const entity = (type: string, offset: number, length: number, more: object = {}) => ({
  type,
  offset,
  length,
  ...more,
});

for (const [source, text, entities] of [
  ['a <b>b</b> c', 'a b c', [entity('bold', 2, 1)]],
  ['<strong>s</strong><em>e</em>', 'se', [entity('bold', 0, 1), entity('italic', 1, 1)]],
  ['<u>a</u><ins>b</ins>', 'ab', [entity('underline', 0, 1), entity('underline', 1, 1)]],
  [
    '<s>a</s><strike>b</strike><del>c</del>',
    'abc',
    [entity('strikethrough', 0, 1), entity('strikethrough', 1, 1), entity('strikethrough', 2, 1)],
  ],
  ['<tg-spoiler>x</tg-spoiler>', 'x', [entity('spoiler', 0, 1)]],
  ['<span class="tg-spoiler">x</span>', 'x', [entity('spoiler', 0, 1)]],
  [
    "<a href='https://a.bc/?q=1&amp;r=2'>link</a>",
    'link',
    [entity('text_link', 0, 4, { url: 'https://a.bc/?q=1&r=2' })],
  ],
  ['<code>x &lt; y</code>', 'x < y', [entity('code', 0, 5)]],
  ['<pre>x</pre>', 'x', [entity('pre', 0, 1)]],
  ['<pre><code class="language-ts">x</code></pre>', 'x', [entity('pre', 0, 1, { language: 'ts' })]],
  ['<blockquote>q</blockquote>', 'q', [entity('blockquote', 0, 1)]],
  ['<blockquote expandable>q</blockquote>', 'q', [entity('expandable_blockquote', 0, 1)]],
  ['<tg-emoji emoji-id="5">👍</tg-emoji>', '👍', [entity('custom_emoji', 0, 2, { custom_emoji_id: '5' })]],
  ['<B>x</B>', 'x', [entity('bold', 0, 1)]],
  ['👍<b>x</b>', '👍x', [entity('bold', 2, 1)]],
  ['&lt;b&gt; &amp; &quot;&#33;&#x21; &unknown;', '<b> & "!! &unknown;', []],
  ['nothing <b></b> here', 'nothing  here', []],
] as const) {
  test(`HTML ${source} becomes its text and entities`, () => {
    assert.deepEqual(parseHtml(source), { text, entities });
  });
}

test('Nested tags give overlapping entities, the outer one first', () => {
  assert.deepEqual(readText({ text: '<b>a <i>b</i></b>', parseMode: 'html' }), {
    text: 'a b',
    entities: [entity('bold', 0, 3), entity('italic', 2, 1)],
  });
});

test('White space at the ends goes and the entities move along', () => {
  assert.deepEqual(readText({ text: ' \n <b>a </b> ', parseMode: 'HTML' }), {
    text: 'a',
    entities: [entity('bold', 0, 1)],
  });
});

test('Links, commands, mentions and tags are found, but not inside code', () => {
  const { entities } = readText({
    text: '/start @someone #tag https://a.bc/x <code>/no</code>',
    parseMode: 'HTML',
  });
  assert.deepEqual(
    entities.map((it) => it.type),
    ['bot_command', 'mention', 'hashtag', 'url', 'code'],
  );
});

for (const [source, reason] of [
  ['é <x>y</x>', 'Unsupported start tag "x" at byte offset 3'],
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['<b', 'Unclosed start tag at byte offset 0'],
  ['<a href="x', 'Unclosed start tag "a" at byte offset 0'],
  ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['x</b>', 'Unexpected end tag at byte offset 1'],
  ['<b>x</b', 'Unclosed end tag at byte offset 4'],
  ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
] as const) {
  test(`HTML ${source} is refused: ${reason}`, () => {
    assert.throws(() => parseHtml(source), { message: `Bad Request: can't parse entities: ${reason}` });
  });
}
