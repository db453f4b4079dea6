import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Edit, EditError, editYaml } from './yaml-edit.ts';

const TEXT = `# Models. Do not sort.
shared:
  ratios: &ratios ["1:1", auto]   # both makers

models:

  b/two:   # the newer one
    status: active
    input:
      prompt: { type: string,   max_length: 100 }  # odd spaces stay
      ratio: { type: string, values: *ratios }
      size: { type: string, values: [S, "16:9"] }
      style:
        type: string # plain

        values:
          - noir
          - pop   # loud
  a/one: { status: active, input: { ratio: { type: string, values: *ratios } } }

recommended:
  - b/two   # first
  - a/one
flow: [b/two, a/one]
`;

const input = (name: string, key: string) => ['models', 'b/two', 'input', name, key];
const edited = (...edits: Edit[]) => editYaml(TEXT, edits);

describe('an edit of YAML changes its place and nothing else', () => {
  const cases: [string, Edit, string, string][] = [
    [
      'a value in braces',
      { kind: 'set', path: input('prompt', 'max_length'), value: 200, after: 'type' },
      'max_length: 100 }',
      'max_length: 200 }',
    ],
    [
      'a value with a comment behind it',
      { kind: 'set', path: ['models', 'b/two', 'status'], value: 'legacy', after: 'x' },
      'status: active\n    input',
      'status: legacy\n    input',
    ],
    [
      'a further key in braces',
      { kind: 'set', path: input('prompt', 'min_length'), value: 3, after: 'type' },
      '{ type: string,   max',
      '{ type: string, min_length: 3,   max',
    ],
    [
      'a further key on a line of its own, behind a comment',
      { kind: 'set', path: input('style', 'max_length'), value: 9, after: 'type' },
      'type: string # plain\n',
      'type: string # plain\n        max_length: 9\n',
    ],
    [
      'further items in brackets',
      { kind: 'append', path: input('size', 'values'), values: ['L', '4:3'] },
      '[S, "16:9"]',
      '[S, "16:9", L, "4:3"]',
    ],
    [
      'further items on lines of their own',
      { kind: 'append', path: input('style', 'values'), values: ['no', 'art deco'] },
      '- pop   # loud\n',
      '- pop   # loud\n          - "no"\n          - art deco\n',
    ],
    [
      'further items of a shared list, for one place only',
      { kind: 'append', path: input('ratio', 'values'), values: ['4:3'] },
      'ratio: { type: string, values: *ratios }\n      size',
      'ratio: { type: string, values: ["1:1", auto, "4:3"] }\n      size',
    ],
    ['an item less', { kind: 'drop', path: ['recommended'], value: 'b/two' }, '  - b/two   # first\n', ''],
    ['the first item in brackets less', { kind: 'drop', path: ['flow'], value: 'b/two' }, '[b/two, a', '[a'],
    ['the last item in brackets less', { kind: 'drop', path: ['flow'], value: 'a/one' }, ', a/one]', ']'],
  ];
  for (const [what, edit, before, after] of cases) {
    test(what, () => {
      assert.ok(TEXT.includes(before));
      assert.equal(
        edited(edit),
        TEXT.replace(before, () => after),
      );
    });
  }

  test('several at once, in any order', () => {
    const set: Edit = { kind: 'set', path: input('prompt', 'max_length'), value: 200, after: 'type' };
    const drop: Edit = { kind: 'drop', path: ['recommended'], value: 'a/one' };
    assert.equal(edited(set, drop), edited(drop, set));
    assert.equal(
      edited(set, drop),
      TEXT.replace('max_length: 100', 'max_length: 200').replace('  - a/one\n', ''),
    );
  });
});

describe('an edit without a certain place is refused', () => {
  const cases: [string, Edit][] = [
    [
      'a list where a value was expected',
      { kind: 'set', path: input('size', 'values'), value: 1, after: 'type' },
    ],
    ['no such entry', { kind: 'set', path: ['models', 'c', 'status'], value: 'x', after: 'y' }],
    ['nothing to stand behind', { kind: 'set', path: ['models', 'b/two', 'x'], value: 1, after: 'title' }],
    ['no list', { kind: 'append', path: input('prompt', 'type'), values: [1] }],
    [
      'inside of a shared list',
      { kind: 'set', path: [...input('ratio', 'values'), 'x'], value: 1, after: 'y' },
    ],
    ['no such item', { kind: 'drop', path: ['recommended'], value: 'c' }],
  ];
  for (const [what, edit] of cases) test(what, () => void assert.throws(() => edited(edit), EditError));
});
