import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegistry, sample } from '#registry';
import { PricingError } from './errors.ts';
import { quote } from './quote.ts';

const registry = loadRegistry();

function kieCredits(id: string, input: Record<string, unknown>, measured = {}): number {
  return quote(registry.find(id), input, { markup: 1, measured }).kieCredits;
}

/** What kie.ai's price list says (facts: prices, October 2026). */
const spotPrices: [string, Record<string, unknown>, number][] = [
  ['google/nano-banana', { prompt: 'x' }, 4],
  ['nano-banana-pro', { prompt: 'x' }, 18],
  ['nano-banana-pro', { prompt: 'x', resolution: '4K' }, 24],
  ['nano-banana-2', { prompt: 'x', resolution: '2K' }, 12],
  ['google/imagen4-fast', { prompt: 'x' }, 4],
  ['google/imagen4-ultra', { prompt: 'x' }, 12],
  ['flux-2/pro-text-to-image', { prompt: 'x', resolution: '2K' }, 7],
  ['ideogram/v3-text-to-image', { prompt: 'x', rendering_speed: 'QUALITY' }, 10],
  ['z-image', { prompt: 'x', aspect_ratio: '1:1' }, 0.8],
  ['kling-2.6/text-to-video', { prompt: 'x', sound: false, aspect_ratio: '1:1', duration: '10' }, 110],
  ['kling-2.6/text-to-video', { prompt: 'x', sound: true, aspect_ratio: '1:1', duration: '5' }, 110],
  ['kling-3.0/video', { prompt: 'x', mode: 'pro', sound: true, duration: '5' }, 5 * 27],
  [
    'bytedance/seedance-1.5-pro',
    { prompt: 'x', resolution: '720p', duration: 8, generate_audio: true },
    8 * 7,
  ],
  ['wan/2-6-text-to-video', { prompt: 'x', resolution: '720p', duration: '15' }, 210],
  ['elevenlabs/text-to-speech-multilingual-v2', { text: 'a'.repeat(2000), voice: 'Rachel' }, 24],
  [
    'elevenlabs/text-to-dialogue-v3',
    { dialogue: [{ text: 'a'.repeat(500) }, { text: 'b'.repeat(500) }] },
    14,
  ],
  ['ai-music-api/generate', { custom_mode: false, instrumental: true, model: 'V5', prompt: 'x' }, 12],
  ['recraft/crisp-upscale', { image: 'https://example.com/a.png' }, 0.5],
];

for (const [id, input, expected] of spotPrices) {
  const { prompt: _prompt, text: _text, dialogue: _dialogue, ...said } = input;
  test(`${id} ${JSON.stringify(said)} costs ${expected} kie credits`, () => {
    assert.equal(kieCredits(id, input), expected);
  });
}

test('seconds of a source clip are multiplied, measured and rounded up', () => {
  const input = { video_url: 'https://example.com/a.mp4', upscale_factor: '4' };
  assert.equal(
    kieCredits('topaz/video-upscale', input, { fields: { video_url: { seconds: 9.2 } } }),
    10 * 14,
  );
});

test('a clip whose length nobody knows has no price yet, and says which field must be measured', () => {
  const input = { video_url: 'https://example.com/a.mp4', upscale_factor: '4' };
  assert.throws(
    () => kieCredits('topaz/video-upscale', input),
    (error: unknown) =>
      error instanceof PricingError && error.code === 'needs-measure' && error.evidence.field === 'video_url',
  );
});

test('where a limit of the length is known, the longest is quoted and said to be an upper bound', () => {
  const model = registry.find('infinitalk/from-audio');
  const price = quote(model, { ...sample(model), resolution: '480p' }, { markup: 1 });
  assert.equal(price.kieCredits, 15 * 3);
  assert.equal(price.upperBound, true);
  assert.equal(price.notes[0]?.code, 'longest-file');
});

test('a source clip of Seedance 2 is billed together with the new one', () => {
  const input = {
    prompt: 'x',
    resolution: '720p',
    duration: 5,
    reference_video_urls: ['https://example.com/a.mp4'],
  };
  assert.equal(kieCredits('bytedance/seedance-2', input, { videoSeconds: 4 }), (5 + 4) * 25);
});

test('extra pictures cost extra, the first is free', () => {
  const pictures = (count: number) => Array.from({ length: count }, (_, i) => `https://example.com/${i}.png`);
  const of = (count: number) =>
    kieCredits('seedream/5-pro-image-to-image', {
      prompt: 'x',
      image_urls: pictures(count),
      resolution: '1K',
    });
  assert.equal(of(3) - of(1), 1);
});

test('our price is whole credits, rounded up once, at least one', () => {
  const model = registry.find('z-image');
  const input = { prompt: 'x', aspect_ratio: '1:1' };
  assert.equal(quote(model, input, { markup: 2 }).credits, 2);
  assert.equal(quote(model, input, { markup: 0.1 }).credits, 1);
  assert.equal(
    quote(registry.find('ideogram/v3-text-to-image'), { rendering_speed: 'TURBO' }, { markup: 2 }).credits,
    7,
  );
});

test('what is withdrawn or has no price is not for sale, with the reason', () => {
  for (const model of registry.list({ status: 'removed' })) {
    assert.throws(
      () => quote(model, {}, { markup: 1 }),
      (error: unknown) => error instanceof PricingError && error.evidence.reason === 'removed',
    );
  }
});
