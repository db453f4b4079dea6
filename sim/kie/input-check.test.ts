import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constraintsOf } from './constraints.ts';
import { findMistake } from './input-check.ts';
import { Catalogue, type Input, loadModels, type SimField, type SimModel } from './models.ts';

const catalogue = new Catalogue();

function mistake(id: string, input: Input): string | undefined {
  const model = catalogue.get(id);
  assert.ok(model, id);
  const found = findMistake(model, input);
  return found && `${found.code} ${found.msg}`;
}

const URL_SAMPLE = 'https://example.com/a';

/** A plain value that a field takes. */
function value(field: SimField): unknown {
  if (field.enum) return field.enum[0];
  if (field.media || field.format === 'uri')
    return field.type === 'array' ? Array(field.minItems ?? 1).fill(URL_SAMPLE) : URL_SAMPLE;
  switch (field.type) {
    case 'string':
      return field.min === undefined ? 'word '.repeat(2).trim() : String(field.min);
    case 'boolean':
      return false;
    case 'array':
      return Array.from({ length: Math.max(1, field.minItems ?? 0) }, () =>
        value(field.items ?? { type: 'string' }),
      );
    case 'object':
      return Object.fromEntries(
        Object.entries(field.properties ?? {}).map(([name, each]) => [name, value(each)]),
      );
    default:
      return field.min ?? 1;
  }
}

/** The required fields of a model, or of its first variant. */
function smallest(model: SimModel): Input {
  const variant = model.variants?.[0];
  const names = variant?.required ?? Object.keys(model.input).filter((name) => model.input[name]?.required);
  return Object.fromEntries(
    names.map((name) => [
      name,
      value({ type: 'string', ...model.input[name], ...variant?.overrides?.[name] }),
    ]),
  );
}

test('all 197 models are here: 184 active, 3 legacy, 10 removed', () => {
  const count = (status: string) => loadModels().filter((model) => model.status === status).length;
  assert.deepEqual(['active', 'legacy', 'removed'].map(count), [184, 3, 10]);
});

test('required fields alone are accepted wherever no further condition is documented', () => {
  const refused = loadModels()
    .filter((model) => constraintsOf(model.id).length === 0)
    .flatMap((model) => {
      const found = findMistake(model, smallest(model));
      return found ? [`${model.id}: ${found.msg}`] : [];
    });
  assert.deepEqual(refused, []);
});

test('each required field is missed by name', () => {
  for (const model of loadModels().filter((each) => !each.variants)) {
    for (const name of Object.keys(model.input).filter((each) => model.input[each]?.required)) {
      const { [name]: _, ...rest } = smallest(model);
      assert.equal(findMistake(model, rest)?.msg, `${name} is required`, model.id);
    }
  }
});

test('wrong types, ranges, lengths, sizes and addresses are refused', () => {
  const bad = (id: string, input: Input, field: string) =>
    assert.equal(mistake(id, input), `500 ${field} is not within the range of allowed options`);
  const video = { prompt: 'a fox', sound: false, aspect_ratio: '1:1', duration: '5' };
  assert.equal(mistake('kling-2.6/text-to-video', video), undefined);
  bad('kling-2.6/text-to-video', { ...video, duration: 5 }, 'duration');
  bad('kling-2.6/text-to-video', { ...video, sound: 'false' }, 'sound');
  const image = { prompt: 'a fox', image_url: 'https://example.com/a.png' };
  assert.equal(mistake('qwen/image-to-image', image), undefined);
  bad('qwen/image-to-image', { ...image, strength: 1.01 }, 'strength');
  bad('qwen/image-to-image', { ...image, strength: Number.NaN }, 'strength');
  bad('qwen/image-to-image', { ...image, prompt: 'x'.repeat(5001) }, 'prompt');
  bad('qwen/image-to-image', { ...image, image_url: 'not an address' }, 'image_url');
  bad('qwen/image-to-image', { ...image, seed: 1.5 }, 'seed');
  bad(
    'google/nano-banana-edit',
    { prompt: 'x', image_urls: Array(99).fill('https://a.example/b') },
    'image_urls',
  );
});

test('extra literals, numeric strings and voice names are taken where documented', () => {
  assert.equal(mistake('bytedance/seedance-2', { prompt: 'a fox', duration: -1 }), undefined);
  assert.match(String(mistake('bytedance/seedance-2', { prompt: 'a fox', duration: -2 })), /^500 duration/);
  assert.equal(
    mistake('grok-imagine/text-to-video', { prompt: 'a fox', aspect_ratio: '1:1', duration: '6' }),
    undefined,
  );
  assert.equal(mistake('elevenlabs/text-to-speech-turbo-2-5', { text: 'hi', voice: 'Rachel M' }), undefined);
  assert.match(
    String(mistake('elevenlabs/text-to-speech-turbo-2-5', { text: 'hi', voice: 'Nobody' })),
    /^500 voice/,
  );
  assert.equal(
    mistake('kling-3.0/video', { ...smallest(catalogue.get('kling-3.0/video') as SimModel) }),
    undefined,
  );
});

test('conditions between fields are enforced', () => {
  const frame = 'https://example.com/a.png';
  assert.match(String(mistake('4o-image-api', { size: '1:1' })), /This field is required/);
  assert.match(
    String(mistake('bytedance/seedance-2', { prompt: 'a fox', last_frame_url: frame })),
    /first_frame_url is required/,
  );
  assert.match(
    String(
      mistake('bytedance/seedance-2', {
        prompt: 'a fox',
        first_frame_url: frame,
        reference_image_urls: [frame],
      }),
    ),
    /reference_image_urls is not/,
  );
  assert.match(
    String(mistake('grok-imagine-video-1-5-preview', { prompt: 'x' })),
    /^500 This field is required$/,
  );
  assert.equal(
    mistake('runway', { prompt: 'x', duration: 5, quality: '720p' }),
    '422 aspect_ratio is required for text-to-video',
  );
  assert.match(
    String(mistake('gpt-image-2-text-to-image', { prompt: 'x', aspect_ratio: '4:5', resolution: '2K' })),
    /^500 aspect_ratio/,
  );
  assert.equal(
    mistake('gpt-image-2-text-to-image', { prompt: 'x', aspect_ratio: 'auto', resolution: '2K' }),
    undefined,
  );
});

test('exactly one variant must fit', () => {
  const shared = { prompt: 'a fox', duration: 5, quality: '720p' };
  assert.equal(mistake('pixverse-v6/extend', { ...shared, taskId: 'x' }), undefined);
  assert.equal(mistake('pixverse-v6/extend', { ...shared, video_url: 'https://a.example/b.mp4' }), undefined);
  assert.match(String(mistake('pixverse-v6/extend', shared)), /required/);
  assert.match(
    String(mistake('pixverse-v6/extend', { ...shared, taskId: 'x', video_url: 'https://a.example/b' })),
    /video_url/,
  );
});
