import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readValue } from './read-value.ts';
import { aField } from './testing/models.ts';

test('numbers are read as people write them, nonsense is not', () => {
  const field = aField('duration', { type: 'number' });
  assert.deepEqual(readValue(field, ' 2,5 '), { value: 2.5 });
  assert.deepEqual(readValue(field, '-3'), { value: -3 });
  for (const text of ['NaN', 'Infinity', '1e999', '', 'five', '1.2.3'])
    assert.equal(readValue(field, text), null);
});

test('a choice is read by its value or its name, in any case', () => {
  const field = aField('voice', { type: 'string', values: ['x1', 'y2'], labels: { x1: 'Rachel' } });
  assert.deepEqual(readValue(field, 'rachel'), { value: 'x1' });
  assert.deepEqual(readValue(field, 'Y2'), { value: 'y2' });
  assert.equal(readValue(field, 'nobody'), null);
});

test('a list is one entry per line', () => {
  const field = aField('urls', { type: 'array', items: { type: 'string' } });
  assert.deepEqual(readValue(field, 'a\n\n b '), { value: ['a', 'b'] });
  assert.equal(readValue(field, ' \n '), null);
});

test('an entry of several parts is split at bars, the rest belongs to the last', () => {
  const items = {
    type: 'object' as const,
    properties: {
      voice: { type: 'string' as const, required: true },
      text: { type: 'string' as const, required: true },
      speed: { type: 'number' as const },
    },
  };
  const field = aField('dialogue', { type: 'array', items });
  assert.deepEqual(readValue(field, 'Ann | Hi | there\nBob | Ho'), {
    value: [
      { voice: 'Ann', text: 'Hi | there' },
      { voice: 'Bob', text: 'Ho' },
    ],
  });
  assert.equal(readValue(field, 'only one part'), null);
});
