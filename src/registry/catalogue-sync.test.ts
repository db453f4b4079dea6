import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CatalogueDiff, Difference } from './catalogue-diff.ts';
import { syncRegistry } from './catalogue-sync.ts';
import { parseRegistry } from './load.ts';

const entry = (id: string) => `
  ${id}:
    title: One   # as kie.ai calls it
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
    input:
      prompt: { type: string, required: true, max_length: 100 }
      ratio: { type: string, default: "1:1", values: ["1:1", "16:9"] }
      seconds: { type: integer, default: 8, min: 4, max: 8 }
    pricing: { rules: [{ unit: image, credits: 4 }] }
    result: { shape: resultUrls, media: image }
`;
const TEXT = `# Order and comments stay.\nmodels:\n${entry('m/one')}${entry('m/two')}
recommended:
  - m/two   # quick
  - m/one
`;
const registry = parseRegistry(TEXT);
const TODAY = '2026-10-09';

function difference(
  field: string,
  aspect: Difference['aspect'],
  registry: Difference['registry'],
  published: Difference['published'],
): Difference {
  return { model: 'm/one', field, at: ['input', field], aspect, registry, published };
}

function sync(change: Partial<CatalogueDiff>) {
  const nothing = { added: [], vanished: [], returned: [], differences: [], unread: [], compared: 20 };
  return syncRegistry(TEXT, registry, { ...nothing, ...change }, TODAY);
}

test('nothing new leaves the text as it is', () => {
  assert.deepEqual(sync({}), { text: TEXT, changes: [], refused: [], byHand: [], suspicious: false });
});

test('further values and changed limits are written, comments and order stay', () => {
  const { text, changes, byHand } = sync({
    differences: [
      difference('ratio', 'values', ['1:1', '16:9'], ['1:1', '4:3', '16:9']),
      difference('prompt', 'max_length', 100, 250),
      difference('seconds', 'max', 8, 12),
    ],
  });
  assert.equal(
    text,
    TEXT.replace('max_length: 100', 'max_length: 250')
      .replace('"16:9"]', '"16:9", "4:3"]')
      .replace('max: 8', 'max: 12'),
  );
  assert.deepEqual(changes, [
    { model: 'm/one', what: ['ratio values: + 4:3', 'prompt max_length: 100 → 250', 'seconds max: 8 → 12'] },
  ]);
  assert.deepEqual(byHand, []);
});

test('a vanished model becomes legacy with a note, and leaves the recommended ones', () => {
  const { text, changes } = sync({ vanished: ['m/two'] });
  const model = parseRegistry(text).get('m/two');
  assert.deepEqual(
    [model?.status, model?.status_note],
    ['legacy', "Gone from kie.ai's catalogue on 2026-10-09."],
  );
  assert.ok(!text.includes('- m/two') && text.includes('- m/one'));
  assert.deepEqual(changes, [{ model: 'm/two', what: ['status: active → legacy, no longer recommended'] }]);
});

test('what needs judgement is left to a person', () => {
  const differences = [
    difference('ratio', 'values', ['1:1', '16:9'], ['1:1', '4:3']),
    difference('ratio', 'default', '1:1', '16:9'),
    difference('style', 'field', null, 'string'),
    difference('prompt', 'type', 'string', 'array'),
    { ...difference('', 'price', [4], [5]), at: ['pricing'] },
  ];
  const { text, byHand } = sync({ differences });
  assert.equal(text, TEXT);
  assert.deepEqual(byHand, differences);
});

test('what is known is no news to anybody', () => {
  const known = { ...difference('prompt', 'max_length', 100, 50), known: 'the registry is stricter' };
  assert.deepEqual(sync({ differences: [known] }).byHand, []);
});

test('a change that the file would not hold together with is refused, the others are made', () => {
  const { text, refused, changes } = sync({
    differences: [difference('seconds', 'max', 8, 6)],
    vanished: ['m/two'],
  });
  assert.equal(refused.length, 1);
  assert.match(refused[0]?.what.join(' ') ?? '', /seconds max: 8 → 6 .*the default is not an allowed value/);
  assert.deepEqual(
    changes.map(({ model }) => model),
    ['m/two'],
  );
  assert.ok(text.includes('max: 8'));
});

test('many models gone at once look like a fault: none is retired', () => {
  const { text, suspicious } = sync({ vanished: ['m/one', 'm/two'], compared: 3 });
  assert.deepEqual([text, suspicious], [TEXT, true]);
});
