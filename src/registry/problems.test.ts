import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRegistry } from './load.ts';

const registry = parseRegistry(`
models:
  counter:
    title: Counter
    provider: Test
    model_type: utility
    status: active
    delivers: data
    input:
      numbers: { type: array, required: true, max_items: 3, items: { type: integer } }
    pricing: { rules: [{ unit: request, credits: 1 }] }
    result: { shape: data }
`);

test('a flood of mistakes is told by its first fifty, the number of items before all', () => {
  const result = registry.validate('counter', { numbers: Array(100_000).fill('many') });
  assert.ok(!result.ok);
  assert.equal(result.problems.length, 50);
  assert.deepEqual(result.problems[0], {
    path: 'numbers',
    field: 'numbers',
    code: 'too-many',
    values: { limit: 3 },
  });
});

test('each place is told once', () => {
  const result = registry.validate('counter', { numbers: [1, 'two', 3.5] });
  const found = result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
  assert.deepEqual(found, ['numbers[1] type', 'numbers[2] integer']);
});
