import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue, type Input } from './models.ts';
import { priceOf } from './price.ts';

const catalogue = new Catalogue();
const CLIP = 'https://example.com/clip.mp4';

function price(id: string, input: Input, seconds?: number): number {
  const model = catalogue.get(id);
  assert.ok(model, id);
  return priceOf(model, input, { secondsOf: () => seconds, earlierInput: () => undefined });
}

/** Spot values of the facts' price table. */
const SPOT: readonly (readonly [string, Input, number])[] = [
  ['nano-banana-pro', { resolution: '4K' }, 24],
  ['gpt-image-2-text-to-image', { resolution: '2K', aspect_ratio: '1:1' }, 10],
  ['gpt-image-2-text-to-image', {}, 6],
  ['kling-2.6/text-to-video', { duration: '10', sound: true }, 220],
  ['kling-3.0/video', { mode: 'std', sound: true, duration: '5' }, 100],
  ['bytedance/seedance-2', { resolution: '720p', duration: 5 }, 205],
  ['bytedance/seedance-2', { resolution: '720p', duration: 5, reference_video_urls: [CLIP] }, 225],
  ['veo-3-1', { resolution: '720p' }, 60],
  ['flux1-kontext', {}, 5],
  ['wan/2-6-text-to-video', { resolution: '720p', duration: '15' }, 210],
  ['seedream/5-pro-image-to-image', { quality: 'basic', image_urls: [CLIP, CLIP, CLIP] }, 8],
  ['qwen/text-to-image', { image_size: 'square' }, 1.0486],
  ['wan/2-7-image', {}, 19.2],
  ['elevenlabs/text-to-speech-turbo-2-5', { text: 'x'.repeat(500) }, 3],
  ['elevenlabs/text-to-dialogue-v3', { dialogue: [{ text: 'x'.repeat(1000), voice: 'James' }] }, 14],
  ['ai-music-api/generate-lyrics', {}, 0.4],
  ['grok-imagine/text-to-image', { enable_pro: true }, 5],
  ['wan/2-7-videoedit', { resolution: '720p', video_url: CLIP }, 64],
  ['topaz/video-upscale', { upscale_factor: '4', video_url: CLIP }, 56],
];

for (const [id, input, credits] of SPOT) {
  const asked = JSON.stringify(input);
  test(`${id} with ${asked.slice(0, 70)} costs ${credits}`, () => assert.equal(price(id, input, 4), credits));
}

test('a source whose length is unknown counts five seconds', () => {
  assert.equal(price('topaz/video-upscale', { upscale_factor: '2', video_url: CLIP }), 40);
});

test('every model that is sold has a price above or equal to zero', () => {
  for (const model of catalogue.list().filter((each) => each.status !== 'removed')) {
    const credits = price(model.id, {}, 1);
    assert.ok(Number.isFinite(credits) && credits >= 0, model.id);
    assert.ok(model.prices.length > 0, model.id);
  }
});
