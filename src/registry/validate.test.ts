import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadRegistry, parseRegistry } from './load.ts';
import { sample } from './sample.ts';
import type { Input, Problem } from './types.ts';

const registry = loadRegistry();

const workshop = parseRegistry(`
models:
  workshop:
    title: Workshop
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
    input:
      text: { type: string, required: true, min_length: 2, max_length: 4 }
      count: { type: integer, min: 1, max: 9, also: [-1] }
      share: { type: number, min: 0, max: 1, step: 0.1 }
      seconds: { type: integer, min: 5, max: 10, accepts_string: true }
      look: { type: string, values: [plain, fancy], default: plain }
      hex: { type: string, pattern: "^#[0-9a-f]{6}$" }
      flag: { type: boolean }
      picture: { type: string, media: { kind: image, schemes: [asset] } }
      pictures: { type: array, min_items: 2, max_items: 3, media: { kind: image }, items: { type: string } }
      lines:
        type: array
        items:
          type: object
          properties: { voice: { type: string, required: true, values: [ann, bob] }, said: { type: string } }
    pricing: { rules: [{ unit: image, credits: 1 }] }
    result: { shape: resultUrls }
`);

function problems(extra: unknown, options = {}): readonly Problem[] {
  const result = workshop.validate('workshop', { text: 'abc', ...(extra as Input) }, options);
  return result.ok ? [] : result.problems;
}

function codes(extra: unknown, options = {}): string[] {
  return problems(extra, options).map(({ path, code }) => `${path} ${code}`);
}

describe('one field at a time', () => {
  const refused: [string, Input, string][] = [
    ['a missing required text', { text: undefined }, 'text required'],
    ['an empty required list item', { lines: [{}] }, 'lines[0].voice required'],
    ['a number for a text', { text: 7 }, 'text type'],
    ['a text too short', { text: 'a' }, 'text too-short'],
    ['a text too long', { text: 'abcde' }, 'text too-long'],
    ['a fraction for a whole number', { count: 1.5 }, 'count integer'],
    ['a number below', { count: 0 }, 'count min'],
    ['a number above', { count: 10 }, 'count max'],
    ['NaN', { share: Number.NaN }, 'share type'],
    ['Infinity', { share: Number('1e999') }, 'share type'],
    ['a number between the steps', { share: 0.15 }, 'share step'],
    ['text of a number where only numbers go', { count: '3' }, 'count type'],
    ['text of a number out of range', { seconds: '11' }, 'seconds max'],
    ['text that is no number', { seconds: '7 s' }, 'seconds type'],
    ['a value of no choice', { look: 'ugly' }, 'look enum'],
    ['a choice in another case', { look: 'Plain' }, 'look enum'],
    ['a text against the pattern', { hex: '#12345' }, 'hex pattern'],
    ['text for yes or no', { flag: 'true' }, 'flag type'],
    ['one picture where two are due', { pictures: ['https://a.example/1.png'] }, 'pictures too-few'],
    [
      'four pictures where three are the most',
      { pictures: Array(4).fill('https://a.example/1.png') },
      'pictures too-many',
    ],
    ['a path for an address', { picture: '/etc/passwd' }, 'picture url'],
    ['a file address', { picture: 'file:///etc/passwd' }, 'picture url'],
    ['script for an address', { picture: 'javascript:alert(1)' }, 'picture url'],
    ['an address with a space', { picture: 'https://a.example/a b' }, 'picture url'],
    ['an address without a host', { picture: 'https://' }, 'picture url'],
    ['a file not uploaded yet', { picture: 'attachment:k3' }, 'picture url'],
    [
      'a foreign scheme where it is not named',
      { pictures: ['asset://1', 'https://a.example/1.png'] },
      'pictures[0] url',
    ],
    ['a field nobody knows', { colour: 'red' }, 'colour unknown-field'],
    ['null', { look: null }, 'look type'],
    ['a choice inside a list', { lines: [{ voice: 'ann' }, { voice: 'eve' }] }, 'lines[1].voice enum'],
  ];
  for (const [name, input, expected] of refused) {
    test(`refuses ${name}`, () =>
      assert.deepEqual(codes(input), expected === 'look type' ? ['look type', 'look enum'] : [expected]));
  }

  const accepted: [string, Input][] = [
    ['the bounds themselves', { text: 'abcd', count: 9, share: 0.3 }],
    ['four emoji where four characters fit', { text: '🦊🦊🦊🦊' }],
    ['a literal beside the range', { count: -1 }],
    ['minus zero', { share: -0 }],
    ['text of a number where kie.ai takes it', { seconds: '7' }],
    ['another scheme where it is named', { picture: 'asset://abc' }],
    ['fields left undefined', { look: undefined }],
  ];
  for (const [name, input] of accepted) test(`accepts ${name}`, () => assert.deepEqual(codes(input), []));

  test('accepts a file not uploaded yet when asked to', () => {
    assert.deepEqual(codes({ picture: 'attachment:k3' }, { pendingFiles: true }), []);
    assert.deepEqual(codes({ picture: 'attachment:../x' }, { pendingFiles: true }), ['picture url']);
  });

  test('reports all mistakes at once, each with what the sentence needs', () => {
    const found = problems({ count: 99, look: 'ugly', colour: 1 });
    assert.deepEqual(found.map(({ field }) => field).toSorted(), ['colour', 'count', 'look']);
    assert.deepEqual(found.find(({ field }) => field === 'count')?.values, { limit: 9, min: 1, max: 9 });
    assert.deepEqual(found.find(({ field }) => field === 'look')?.values, { allowed: 'plain, fancy' });
  });
});

describe('an input that is being filled in', () => {
  test('takes the default of what has to be given, in a copy', () => {
    const input = Object.freeze({ prompt: 'a fox' });
    assert.equal(registry.validate('z-image', input).ok, false);
    const filled = registry.validate('z-image', input, { pendingFiles: true });
    assert.deepEqual(filled, { ok: true, input: { prompt: 'a fox', aspect_ratio: '1:1' } });
    assert.ok(filled.ok && registry.validate('z-image', filled.input).ok);
  });

  test('still needs what has no default', () => {
    const filled = registry.validate('z-image', {}, { pendingFiles: true });
    assert.deepEqual(filled.ok ? [] : filled.problems.map(({ path, code }) => `${path} ${code}`), [
      'prompt required',
    ]);
  });

  test('may be nonsense all the same', () => {
    for (const model of registry.models) {
      for (const value of [null, 7, 'x', [], {}, [[]], Number.NaN]) {
        const input = Object.fromEntries(Object.keys(model.input).map((name) => [name, value]));
        assert.equal(typeof registry.validate(model.id, input, { pendingFiles: true }).ok, 'boolean');
      }
    }
  });
});

describe('the input as a whole', () => {
  test('an unknown model is a problem, never valid', () => {
    for (const id of ['nobody/knows', '__proto__', 'toString']) {
      const result = registry.validate(id, {});
      assert.equal(result.ok ? '' : result.problems[0]?.code, 'unknown-model');
    }
  });

  test('what is no plain object is refused', () => {
    for (const input of [null, undefined, [], 'text', 7, Object.create({ text: 'abc' }), new Map()]) {
      const result = workshop.validate('workshop', input);
      assert.equal(result.ok ? '' : result.problems[0]?.code, 'type');
    }
  });

  test('names of the language itself are unknown fields', () => {
    const input: unknown = JSON.parse(
      '{"text":"abc","__proto__":{"look":"fancy"},"constructor":1,"toString":2}',
    );
    const result = workshop.validate('workshop', input);
    const fields = result.ok ? [] : result.problems.map(({ field, code }) => `${field} ${code}`);
    assert.deepEqual(fields, [
      '__proto__ unknown-field',
      'constructor unknown-field',
      'toString unknown-field',
    ]);
  });

  test('an input of ten megabytes is refused', () => {
    const open = registry.models.find(({ input }) => input.prompt && input.prompt.max_length === undefined);
    assert.ok(open);
    const result = registry.validate(open.id, { ...sample(open), prompt: 'x'.repeat(10_000_000) });
    assert.equal(result.ok ? '' : result.problems[0]?.code, 'too-long');
  });

  test('the input is left as it was', () => {
    const input = Object.freeze({ text: 'abc', lines: Object.freeze([Object.freeze({ voice: 'ann' })]) });
    const result = workshop.validate('workshop', input);
    assert.ok(result.ok);
    assert.deepEqual(input, { text: 'abc', lines: [{ voice: 'ann' }] });
  });
});
