/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageEntity } from 'grammy/types';
import { type EntityNode, entityTree } from './entity-tree.ts';

const over = (type: 'bold' | 'italic' | 'blockquote', offset: number, length: number): MessageEntity => ({
  type,
  offset,
  length,
});

/** The tree as brackets: `a[bold:b[italic:c]]`. */
function brackets(nodes: EntityNode[]): string {
  const one = (node: EntityNode) =>
    typeof node === 'string' ? node : `[${node.entity.type}:${brackets(node.children)}]`;
  return nodes.map(one).join('');
}

test('a text without entities stays one string', () => {
  assert.deepEqual(entityTree('plain'), ['plain']);
});

test('an entity inside another becomes its child, whatever their order in the list', () => {
  const entities = [over('italic', 1, 2), over('bold', 1, 4), over('italic', 4, 1)];
  assert.equal(brackets(entityTree('abcdefg', entities)), 'a[bold:[italic:bc]d[italic:e]]fg');
});

test('two entities over the same text nest instead of hiding one another', () => {
  assert.equal(brackets(entityTree('ab', [over('bold', 0, 2), over('italic', 0, 2)])), '[bold:[italic:ab]]');
});

test('offsets count UTF-16 units, so an emoji before an entity does not shift it', () => {
  assert.equal(brackets(entityTree('🙂 ok', [over('bold', 3, 2)])), '🙂 [bold:ok]');
});

test('an entity that sticks out of its parent or of the text is cut there, and no letter is lost', () => {
  const entities = [over('bold', 0, 3), over('italic', 2, 3), over('blockquote', 4, 99)];
  const tree = entityTree('abcdef', entities);
  assert.equal(brackets(tree), '[bold:ab[italic:c]]d[blockquote:ef]');
});
