import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Mistake, RegistryError } from './errors.ts';
import { loadRegistry, parseRegistry } from './load.ts';

const HEAD = 'models:\n  maker/one:\n';
const BODY = `    title: One
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
`;
const TAIL = `    pricing: { rules: [{ unit: image, credits: 1 }] }
    result: { shape: resultUrls, media: image }
`;
const INPUT = '    input:\n      prompt: { type: string, required: true }\n';
const GOOD = HEAD + BODY + INPUT + TAIL;

function mistakesOf(text: string): readonly Mistake[] {
  try {
    parseRegistry(text);
  } catch (error) {
    assert.ok(error instanceof RegistryError && error.code === 'broken-registry', String(error));
    return error.mistakes;
  }
  return [];
}

/** Line and column, from 1, where a text stands. */
function placeOf(text: string, part: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

describe('the registry file', () => {
  test('holds 197 models: 184 active, 3 legacy, 10 removed', () => {
    const registry = loadRegistry();
    const byStatus = Object.groupBy(registry.models, ({ status }) => status);
    assert.equal(registry.models.length, 197);
    assert.deepEqual(
      [byStatus.active?.length, byStatus.legacy?.length, byStatus.removed?.length],
      [184, 3, 10],
    );
  });

  test('says why each model that is not active is not', () => {
    for (const model of loadRegistry().models) {
      assert.equal(model.status === 'active', model.status_note === undefined, model.id);
    }
  });
});

describe('a file with a mistake', () => {
  test('is not what the smallest good one is', () => {
    assert.deepEqual(mistakesOf(GOOD), []);
  });

  const cases: [string, text: string, at: string, message: RegExp][] = [
    [
      'an unknown key',
      GOOD.replace('    status', '    colour: red\n    status'),
      'colour',
      /unknown key colour/,
    ],
    [
      'an unknown key of a field',
      GOOD.replace('required: true', 'required: true, size: 3'),
      'size',
      /unknown key/,
    ],
    ['an unknown type', GOOD.replace('text_to_image', 'text_to_smell'), 'model_type', /Invalid option/],
    ['a key written twice', GOOD.replace('    status', '    title: Two\n    status'), 'title: Two', /unique/],
    ['an id written twice', GOOD + GOOD.replace('models:\n', ''), '', /unique/],
    [
      'a default outside the values',
      withField('values: [a, b], default: c'),
      'default',
      /default is not an allowed/,
    ],
    ['a default outside the range', withField('min: 2, default: 1', 'integer'), 'default', /default is not/],
    ['bounds the wrong way round', withField('min: 3, max: 2', 'integer'), 'min: 3', /above max/],
    ['a bound on the wrong type', withField('min: 3'), 'min: 3', /for numbers/],
    ['a pattern that is none', withField('pattern: "("'), 'pattern', /not a regular expression/],
    [
      'a second prompt',
      withField('role: prompt').replace('required: true', 'required: true, role: prompt'),
      'role: prompt }\n    pricing',
      /prompt already/,
    ],
    ['a rule on an unknown field', withRule('{ require: [nothing] }'), 'nothing', /no field nothing/],
    [
      'a rule that says two things',
      withRule('{ require: [prompt], forbid: [prompt] }'),
      '{ require',
      /exactly one thing/,
    ],
    [
      'a condition that never holds',
      withRule('{ when: { extra: z }, require: [prompt] }'),
      'extra: z',
      /can never be z/,
    ],
    [
      'two prices for one input',
      GOOD.replace('credits: 1 }', 'credits: 1 }, { unit: image, credits: 2 }'),
      '{ unit: image, credits: 2',
      /may hold together with rule 1/,
    ],
    [
      'neither price nor reason',
      GOOD.replace('{ rules: [{ unit: image, credits: 1 }] }', '{}'),
      'pricing',
      /either rules or not_for_sale/,
    ],
    [
      'a renaming to nothing',
      `${GOOD}renamed:\n  old: { to: new, because: Said so. }\n`,
      'to: new',
      /no model new/,
    ],
  ];
  for (const [name, text, at, message] of cases) {
    test(`says where: ${name}`, () => {
      const [mistake] = mistakesOf(text);
      assert.match(mistake?.message ?? '', message);
      if (at !== '') assert.deepEqual({ line: mistake?.line, column: mistake?.column }, placeOf(text, at));
    });
  }

  test('reports all its mistakes at once, in the order of the lines', () => {
    const text = GOOD.replace('title: One', 'title: ""').replace('    status', '    colour: red\n    status');
    assert.deepEqual(
      mistakesOf(text).map(({ line, model }) => [line, model]),
      [
        [3, 'maker/one'],
        [6, 'maker/one'],
      ],
    );
  });
});

function withField(rest: string, type = 'string'): string {
  return GOOD.replace(TAIL, `      extra: { type: ${type}, ${rest} }\n${TAIL}`);
}

function withRule(rule: string): string {
  return withField('values: [x, y]').replace('    pricing', `    rules:\n      - ${rule}\n    pricing`);
}
