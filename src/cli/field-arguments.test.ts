import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseRegistry } from '#registry';
import { UsageError } from './errors.ts';
import { inputOfArguments } from './field-arguments.ts';

const model = parseRegistry(`models:
  maker/one:
    title: One
    provider: Maker
    model_type: text_to_image
    status: active
    delivers: image
    input:
      prompt: { type: string }
      duration: { type: string, values: ["5", "10"] }
      n: { type: integer }
      scale: { type: number }
      sound: { type: boolean }
      aspect_ratio: { type: string }
      image_urls: { type: array, items: { type: string } }
      seconds: { type: array, items: { type: number } }
      shots: { type: array, items: { type: object, properties: { text: { type: string } } } }
      camera: { type: object, properties: { zoom: { type: number } } }
    pricing: { rules: [{ unit: image, credits: 1 }] }
    result: { shape: resultUrls, media: image }
`).find('maker/one');

const input = (...args: string[]) => inputOfArguments(model, args);

describe('field arguments', () => {
  test('become the type that the registry says', () => {
    assert.deepEqual(input('--prompt', '12', '--duration', '5', '--n', '-3', '--scale=1.5', '--sound'), {
      prompt: '12',
      duration: '5',
      n: -3,
      scale: 1.5,
      sound: true,
    });
    assert.deepEqual(input('--sound', 'off'), { sound: false });
    assert.deepEqual(input('--no-sound'), { sound: false });
  });

  test('may be written with dashes, and hold dashes and equals signs', () => {
    assert.deepEqual(input('--aspect-ratio', '1:1', '--prompt=--a=b\nc'), {
      aspect_ratio: '1:1',
      prompt: '--a=b\nc',
    });
  });

  test('make lists by repetition or as JSON', () => {
    assert.deepEqual(input('--image_urls', 'a', '--image_urls', 'b'), { image_urls: ['a', 'b'] });
    assert.deepEqual(input('--seconds', '1', '--seconds', '2.5'), { seconds: [1, 2.5] });
    assert.deepEqual(input('--seconds', '[1, 2]'), { seconds: [1, 2] });
    assert.deepEqual(input('--shots', '{"text":"x"}', '--camera', '{"zoom":2}'), {
      shots: [{ text: 'x' }],
      camera: { zoom: 2 },
    });
  });

  test('that do not fit stay text, for the validation to complain about', () => {
    assert.deepEqual(input('--n', 'many', '--sound', 'maybe', '--unknown', '1'), {
      n: 'many',
      sound: 'maybe',
      unknown: '1',
    });
  });

  test('that cannot be read are the caller’s mistake', () => {
    for (const args of [
      ['prompt'],
      ['--prompt'],
      ['--n', '1', '--n', '2'],
      ['--camera', '{'],
      ['--image_urls'],
    ])
      assert.throws(() => input(...args), UsageError, args.join(' '));
  });
});
