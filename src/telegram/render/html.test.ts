import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, escapeHtml, oneLine, quotation, visibleLength } from './html.ts';

test('no text can open a tag or an entity', () => {
  assert.equal(escapeHtml('<b>&amp;"</b>'), '&lt;b&gt;&amp;amp;&quot;&lt;/b&gt;');
});

test('a clipped text counts characters as Telegram does and never halves an emoji', () => {
  assert.equal(clip('🦊🦊🦊', 3), '🦊🦊🦊');
  assert.equal(clip('🦊🦊🦊🦊', 3), '🦊🦊…');
  assert.equal(visibleLength('<b>a</b> &lt;🦊'), 4);
});

test('a huge text becomes one short line', () => {
  assert.equal(oneLine(`  a \n\n b\t${'c'.repeat(100_000)}`, 7), 'a b cc…');
});

test('a quotation is clipped before it is escaped', () => {
  assert.equal(quotation('<<<<', 3), '<blockquote expandable>&lt;&lt;…</blockquote>');
});
