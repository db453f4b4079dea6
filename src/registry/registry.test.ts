import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RegistryError } from './errors.ts';
import { loadRegistry } from './load.ts';
import { MODEL_TYPES } from './types.ts';

const registry = loadRegistry();

/** The ids of the list the product began with (December 2025) and today's id, where it is another. */
const EARLIER_IDS: Readonly<Record<string, string | null>> = {
  'z-image': 'z-image',
  'nano-banana-pro': 'nano-banana-pro',
  'seedream/4.5-text-to-image': 'seedream/4.5-text-to-image',
  'seedream/4.5-edit': 'seedream/4.5-edit',
  'sora-2-pro-image-to-video': 'sora-2-pro-image-to-video',
  'sora-watermark-remover': 'sora-watermark-remover',
  'sora-2-text-to-video': 'sora-2-text-to-video',
  'kling-2.6/image-to-video': 'kling-2.6/image-to-video',
  'kling-2.6/text-to-video': 'kling-2.6/text-to-video',
  'flux-2/pro-image-to-image': 'flux-2/pro-image-to-image',
  'flux-2/pro-text-to-image': 'flux-2/pro-text-to-image',
  'flux-2/flex-image-to-image': 'flux-2/flex-image-to-image',
  'flux-2/flex-text-to-image': 'flux-2/flex-text-to-image',
  'topaz/image-upscale': 'topaz/image-upscale',
  'kling/v2-5-turbo-text-to-video-pro': 'kling/v2-5-turbo-text-to-video-pro',
  'kling/v2-5-turbo-image-to-video-pro': 'kling/v2-5-turbo-image-to-video-pro',
  'wan/2-5-image-to-video': 'wan/2-5-image-to-video',
  'wan/2-5-text-to-video': 'wan/2-5-text-to-video',
  'wan/2-2-animate-move': 'wan/2-2-animate-move',
  'wan/2-2-animate-replace': 'wan/2-2-animate-replace',
  'hailuo/02-text-to-video-pro': 'hailuo/02-text-to-video-pro',
  'hailuo/02-image-to-video-pro': 'hailuo/02-image-to-video-pro',
  'hailuo/02-image-to-video-standard': 'hailuo/02-image-to-video-standard',
  'hailuo/02-text-to-video-standard': 'hailuo/02-text-to-video-standard',
  'topaz/video-upscale': 'topaz/video-upscale',
  'kling/v1-avatar-standard': 'kling/ai-avatar-standard',
  'kling/ai-avatar-v1-pro': 'kling/ai-avatar-pro',
  'bytedance/seedream-v4-text-to-image': 'bytedance/seedream-v4-text-to-image',
  'bytedance/seedream-v4-edit': 'bytedance/seedream-v4-edit',
  'recraft/remove-background': 'recraft/remove-background',
  'recraft/crisp-upscale': 'recraft/crisp-upscale',
  'ideogram/v3-reframe': 'ideogram/v3-reframe',
  'wan/2-2-a14b-speech-to-video-turbo': 'wan/2-2-a14b-speech-to-video-turbo',
  'bytedance/seedream': 'bytedance/seedream',
  'qwen/text-to-image': 'qwen/text-to-image',
  'qwen/image-to-image': 'qwen/image-to-image',
  'qwen/image-edit': 'qwen/image-edit',
  'ideogram/character-edit': 'ideogram/character-edit',
  'ideogram/character-remix': 'ideogram/character-remix',
  'ideogram/character': 'ideogram/character',
  'bytedance/v1-pro-fast-image-to-video': 'bytedance/v1-pro-fast-image-to-video',
  'kling/v2-1-master-image-to-video': 'kling/v2-1-master-image-to-video',
  'kling/v2-1-standard': 'kling/v2-1-standard',
  'kling/v2-1-pro': 'kling/v2-1-pro',
  'kling/v2-1-master-text-to-video': 'kling/v2-1-master-text-to-video',
  'ideogram/v3-text-to-image': 'ideogram/v3-text-to-image',
  'ideogram/v3-edit': 'ideogram/v3-edit',
  'ideogram/v3-remix': 'ideogram/v3-remix',
  'wan/2-2-a14b-text-to-video-turbo': 'wan/2-2-a14b-text-to-video-turbo',
  'wan/2-2-a14b-image-to-video-turbo': 'wan/2-2-a14b-image-to-video-turbo',
  'google/imagen4-ultra': 'google/imagen4-ultra',
  'google/imagen4-fast': 'google/imagen4-fast',
  'google/imagen4': 'google/imagen4',
  'google/nano-banana': 'google/nano-banana',
  'google/nano-banana-edit': 'google/nano-banana-edit',
  'elevenlabs/speech-to-text': 'elevenlabs/speech-to-text',
  'grok/imagine': 'grok-imagine/text-to-image',
  'openai/4o-image': '4o-image-api',
  'flux/kontext': 'flux1-kontext',
  'google/veo-3': 'veo-3-1',
  'google/veo-3.1': 'veo-3-1',
  'sora-2-pro-storyboard': 'sora-2-pro-storyboard',
  'kling/v2-5-turbo': 'kling/v2-5-turbo-text-to-video-pro',
  'hailuo/2.3': 'hailuo/2-3-image-to-video-standard',
  'infinitalk/from-audio': 'infinitalk/from-audio',
  'elevenlabs/audio-isolation': 'elevenlabs/audio-isolation',
  'elevenlabs/sound-effect': 'ai-music-api/sounds',
  'elevenlabs/text-to-speech': 'elevenlabs/text-to-speech-multilingual-v2',
  'google/nanobanana-gemini-2.5-flash': 'google/nano-banana',
  'runway/gen-4': 'runway',
  'suno/v5': 'ai-music-api/generate',
  'midjourney/api': null,
};

describe('finding a model', () => {
  test('every id of the first list leads to a model, or to the reason why there is none', () => {
    for (const [id, today] of Object.entries(EARLIER_IDS)) {
      if (today === null) assert.throws(() => registry.find(id), { code: 'withdrawn-model' });
      else assert.equal(registry.find(id).id, today);
    }
    assert.equal(Object.keys(EARLIER_IDS).length, 72);
  });

  test('a withdrawn id says why', () => {
    assert.throws(
      () => registry.find('midjourney/api'),
      (error) => error instanceof RegistryError && /no Midjourney model/.test(error.message),
    );
  });

  test('an id nobody knows is an error, and so are names of the language itself', () => {
    for (const id of ['nobody/knows', '', '__proto__', 'constructor']) {
      assert.throws(() => registry.find(id), { code: 'unknown-model' });
    }
  });
});

describe('the catalogue', () => {
  test('offers active models that need nothing earlier', () => {
    for (const model of registry.offered()) {
      assert.equal(model.status, 'active');
      assert.equal(model.needs_earlier_task, false);
    }
    assert.ok(registry.offered().length > 150);
  });

  test('has a model of every type, if only an unavailable one', () => {
    for (const type of MODEL_TYPES) assert.ok(registry.list({ type }).length > 0, type);
  });

  test('lists a model under its further types as well', () => {
    const [model] = registry
      .list({ type: 'text_to_image' })
      .filter(({ also }) => also.includes('image_to_image'));
    assert.ok(model && registry.list({ type: 'image_to_image' }).includes(model));
  });

  test('is searched by words in any order and case', () => {
    const found = registry.list({ text: 'TURBO kling', delivers: 'video', provider: 'kling' });
    assert.ok(found.length >= 4);
    for (const { id } of found) assert.match(id, /kling.*turbo/);
  });
});
