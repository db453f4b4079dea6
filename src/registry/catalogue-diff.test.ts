import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffCatalogue, type PublishedModel } from './catalogue-diff.ts';
import { publishedCredits } from './compare-price.ts';
import { parseRegistry } from './load.ts';
import type { PublishedField, PublishedFields } from './published-fields.ts';

const registry = parseRegistry(`models:
  maker/one:
    title: One
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
    input:
      prompt: { type: string, required: true, max_length: 100 }
      ratio: { type: string, default: "1:1", values: ["1:1", "16:9"] }
      seconds: { type: integer, required: true, values: [4, 8] }
      count: { type: integer, min: 1, max: 4, also: [-1] }
      lines:
        type: array
        max_items: 5
        items: { type: object, properties: { voice: { type: string, values: [Ann, Bob] } } }
    rules:
      - { when: { ratio: "16:9" }, require: [count] }
    pricing: { rules: [{ when: { ratio: "1:1" }, unit: image, credits: 4 }, { when: { ratio: { not: ["1:1"] } }, unit: image, credits: 6.5 }] }
    result: { shape: resultUrls, media: image }
  maker/dear:
    title: Dear
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
    input: {}
    pricing: { rules: [{ unit: image, credits: 10, upper_bound: "Nobody can choose the tier." }] }
    result: { shape: resultUrls, media: image }
  maker/old:
    title: Old
    provider: Maker
    model_type: text_to_image
    status: legacy
    delivers: image
    input: {}
    pricing: { rules: [{ unit: image, credits: 1 }] }
    result: { shape: resultUrls, media: image }
`);

const fields: PublishedFields = {
  prompt: { type: 'string', required: true, max_length: 100 },
  ratio: { type: 'string', required: false, default: '1:1', values: ['1:1', '16:9'] },
  seconds: { type: 'integer', required: true, min: 4, max: 8 },
  count: { type: 'integer', required: false, min: 1, max: 4, step: 1 },
  lines: {
    type: 'array',
    required: false,
    max_items: 5,
    items: {
      type: 'object',
      required: true,
      properties: { voice: { type: 'string', required: false, values: ['Ann', 'Bob'] } },
    },
  },
};

function published(id: string, more: Partial<PublishedModel> = {}): PublishedModel {
  return {
    id,
    title: id,
    provider: 'Maker',
    taskTypes: ['Text to Image'],
    price: null,
    fields: null,
    ...more,
  };
}

const one = published('maker/one', { fields, price: '1:1: 4 credits/image ($0.02); 16:9: 6.5 credits' });
const dear = published('maker/dear', { price: 'Pro 5 credits, Max 10 credits' });

/** What is new about one field of the published model, in short. */
function newsOf(name: string, change: Partial<PublishedField>): string[] {
  const changed = { ...fields, [name]: { ...fields[name], ...change } as PublishedField };
  const { differences } = diffCatalogue(registry, [{ ...one, fields: changed }], ['maker/one']);
  return differences.map(({ field, aspect, registry: ours, published: theirs, known }) => {
    return `${field} ${aspect} ${JSON.stringify(ours)} ${JSON.stringify(theirs)}${known ? ' known' : ''}`;
  });
}

describe('the catalogue and the registry', () => {
  test('agree on a model that both describe alike', () => {
    const diff = diffCatalogue(registry, [one]);
    assert.deepEqual(diff.differences, []);
    assert.deepEqual([diff.compared, diff.vanished], [1, ['maker/dear']]);
  });

  test('part over new, vanished and returned models; chat models are none of ours', () => {
    const chat = published('maker/talk', { taskTypes: ['Chat'] });
    const diff = diffCatalogue(registry, [dear, published('maker/new'), published('maker/old'), chat]);
    assert.deepEqual(
      diff.added.map(({ id }) => id),
      ['maker/new'],
    );
    assert.deepEqual(diff.vanished, ['maker/one']);
    assert.deepEqual(diff.returned, ['maker/old']);
    assert.deepEqual(diff.unread, ['maker/dear']);
  });

  test('are compared for some ids only, when these are given', () => {
    const diff = diffCatalogue(registry, [published('maker/new')], ['maker/dear']);
    assert.deepEqual([diff.added, diff.vanished], [[], ['maker/dear']]);
  });
});

describe('a field that kie.ai changed', () => {
  test('is told with both sides', () => {
    assert.deepEqual(newsOf('prompt', { max_length: 200 }), ['prompt max_length 100 200']);
    assert.deepEqual(newsOf('ratio', { values: ['1:1', '16:9', '4:3'] }), [
      'ratio values ["1:1","16:9"] ["1:1","16:9","4:3"]',
    ]);
    assert.deepEqual(newsOf('ratio', { default: '16:9' }), ['ratio default "1:1" "16:9"']);
    assert.deepEqual(newsOf('ratio', { required: true }), ['ratio required false true']);
    assert.deepEqual(newsOf('prompt', { type: 'array' }), ['prompt type "string" "array"']);
    assert.deepEqual(newsOf('prompt', { pattern: '^x' }), ['prompt pattern null "^x"']);
    assert.deepEqual(newsOf('prompt', { deprecated: true }), ['prompt deprecated false true']);
    assert.deepEqual(newsOf('seconds', { max: 12 }), ['seconds max 8 12']);
    assert.deepEqual(newsOf('style', { type: 'string', required: false }), ['style field null "string"']);
  });

  test('inside of a list is told with its path', () => {
    const voice: PublishedField = { type: 'string', required: false, values: ['Ann', 'Bob', 'Cy'] };
    const items: PublishedField = { type: 'object', required: true, properties: { voice } };
    assert.deepEqual(newsOf('lines', { items }), ['lines[].voice values ["Ann","Bob"] ["Ann","Bob","Cy"]']);
  });

  test('is no news where the registry asks for more, or says the same otherwise', () => {
    assert.deepEqual(newsOf('prompt', { required: false }), ['prompt required true false known']);
    assert.deepEqual(newsOf('count', { required: true }), ['count required false true known']);
    assert.deepEqual(newsOf('seconds', { type: 'number' }), ['seconds type "integer" "number" known']);
    assert.deepEqual(newsOf('count', { min: -1 }), []);
    assert.deepEqual(newsOf('prompt', { default: '' }), []);
    assert.deepEqual(newsOf('prompt', { min_length: 1 }), []);
  });
});

describe('a price text', () => {
  test('gives its amounts of credits, or those of its dollars', () => {
    assert.deepEqual(
      publishedCredits('480p: 1.75 credits/s ($0.00875) no audio, 3.5 Credits/s with audio'),
      [1.75, 3.5],
    );
    assert.deepEqual(publishedCredits('1,200 kie credits, or 1 credit'), [1, 1200]);
    assert.deepEqual(publishedCredits('$0.05 per picture'), [10]);
    assert.deepEqual(publishedCredits('See the price page'), []);
  });

  test('is news when an amount has gone or come', () => {
    const priced = (price: string) => diffCatalogue(registry, [{ ...one, price }], ['maker/one']).differences;
    assert.deepEqual(
      priced('5 credits; 6.5 credits').map(({ registry: r, published: p }) => [r, p]),
      [
        [
          [4, 6.5],
          [5, 6.5],
        ],
      ],
    );
    assert.equal(priced('4 credits').length, 1);
    assert.deepEqual(priced('Free this week'), []);
  });

  test('of a model reckoned at its dearest is news only above that', () => {
    const priced = (price: string) =>
      diffCatalogue(registry, [{ ...dear, price }], ['maker/dear']).differences.map(({ known }) => known);
    assert.deepEqual(priced('Pro 5 credits, Max 10 credits'), ['the registry reckons with the dearest case']);
    assert.deepEqual(priced('Pro 5 credits, Max 12 credits'), [undefined]);
  });
});
