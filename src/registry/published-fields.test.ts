import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publishedFields } from './published-fields.ts';

const CREATE_TASK = '/api/v1/jobs/createTask';

/** A document as kie.ai serves it, around the schema of an input. */
function documentOf(input: object, components: object = {}): object {
  const schema = { type: 'object', properties: { model: { type: 'string' }, input } };
  const requestBody = { content: { 'application/json': { schema } } };
  return { openapi: '3.1.0', paths: { [CREATE_TASK]: { post: { requestBody } } }, components };
}

describe('a published schema', () => {
  test('is read in the registry’s words', () => {
    const fields = publishedFields(
      documentOf({
        type: 'object',
        required: ['prompt'],
        properties: {
          prompt: { type: 'string', minLength: 3, maxLength: 800, pattern: '^[A-Z]' },
          seconds: { type: 'integer', minimum: 4, maximum: 15, multipleOf: 1, default: 5 },
          ratio: { type: 'string', enum: ['1:1', '16:9'], deprecated: true },
          urls: { type: 'array', minItems: 1, maxItems: 4, items: { type: 'string', format: 'uri' } },
        },
      }),
    );
    assert.deepEqual(fields, {
      prompt: { type: 'string', required: true, min_length: 3, max_length: 800, pattern: '^[A-Z]' },
      seconds: { type: 'integer', required: false, default: 5, min: 4, max: 15, step: 1 },
      ratio: { type: 'string', required: false, values: ['1:1', '16:9'], deprecated: true },
      urls: {
        type: 'array',
        required: false,
        min_items: 1,
        max_items: 4,
        items: { type: 'string', required: true },
      },
    });
  });

  test('may refer with percent signs, and to keys that end in a space', () => {
    const document = documentOf(
      { $ref: '#/components/schemas/input%20of%20a%2Fb' },
      {
        schemas: {
          'input of a/b': {
            type: 'object',
            properties: { shape: { $ref: '#/components/schemas/Shape%20' } },
          },
          Shape: { type: 'string', enum: ['round'] },
        },
      },
    );
    assert.deepEqual(publishedFields(document)?.shape, {
      type: 'string',
      required: false,
      values: ['round'],
    });
  });

  test('may have field keys with a space at the end', () => {
    const properties = { 'image_urls ': { type: 'array', items: { type: 'string' } } };
    const fields = publishedFields(documentOf({ type: 'object', required: ['image_urls '], properties }));
    assert.deepEqual(
      Object.entries(fields ?? {}).map(([name, { required }]) => [name, required]),
      [['image_urls', true]],
    );
  });

  test('may be one of several: fields together, widest limits, required only where all require', () => {
    const of = (extra: object, required: string[]) => ({
      type: 'object',
      required,
      properties: { prompt: { type: 'string', maxLength: 10 }, ...extra },
    });
    const fields = publishedFields(
      documentOf({
        anyOf: [
          of({ size: { type: 'string', enum: ['S'] }, n: { type: 'integer', minimum: 1, maximum: 4 } }, [
            'prompt',
          ]),
          of({ size: { type: 'string', enum: ['L'] }, n: { type: 'integer', maximum: 9 } }, ['prompt', 'n']),
          of(
            {
              size: { type: 'string', enum: ['S'] },
              n: { type: 'integer', maximum: 9 },
              url: { type: 'string' },
            },
            ['prompt', 'url'],
          ),
        ],
      }),
    );
    assert.deepEqual(fields, {
      prompt: { type: 'string', required: true, max_length: 10 },
      size: { type: 'string', required: false, values: ['S', 'L'] },
      n: { type: 'integer', required: false, max: 9 },
      url: { type: 'string', required: false },
    });
  });

  test('may allow null, name several types, or be put together of parts', () => {
    const fields = publishedFields(
      documentOf({
        allOf: [
          { type: 'object', required: ['a'], properties: { a: { type: ['string', 'null'] } } },
          {
            required: ['b'],
            properties: {
              b: { anyOf: [{ type: 'null' }, { type: 'integer', maximum: 3 }] },
              c: { type: ['string', 'number'] },
            },
          },
        ],
      }),
    );
    assert.deepEqual(fields, {
      a: { type: 'string', required: true },
      b: { type: 'integer', required: true, max: 3 },
      c: { required: false },
    });
  });

  test('that refers in a circle or into nowhere is read as far as it goes', () => {
    const circle = { type: 'object', properties: { inner: { $ref: '#/components/schemas/Circle' } } };
    const fields = publishedFields(
      documentOf(
        {
          type: 'object',
          properties: { lost: { $ref: '#/nowhere' }, bad: { $ref: '#/%E0%A4' }, loop: circle },
        },
        { schemas: { Circle: circle, Self: { $ref: '#/components/schemas/Self' } } },
      ),
    );
    assert.deepEqual(fields?.lost, { required: false });
    assert.deepEqual(fields?.bad, { required: false });
    assert.equal(fields?.loop?.properties?.inner?.type, 'object');
  });

  test('that is missing or something else is null', () => {
    for (const openapi of [
      null,
      undefined,
      {},
      [],
      'text',
      { paths: null },
      documentOf({ $ref: '#/nowhere' }),
    ])
      assert.equal(publishedFields(openapi), null);
  });
});
