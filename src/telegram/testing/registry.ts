import { parseRegistry, type Registry } from '#registry';

/** A small registry in the format of the real one (JSON is YAML). */
export function aRegistry(): Registry {
  const common = { provider: 'Test', status: 'active', result: { shape: 'resultUrls', media: 'image' } };
  const models = {
    'draw/one': {
      ...common,
      title: 'Draw One',
      model_type: 'text_to_image',
      delivers: 'image',
      input: {
        prompt: { type: 'string', required: true, role: 'prompt', max_length: 500 },
        aspect_ratio: { type: 'string', values: ['1:1', '16:9'], default: '1:1' },
        resolution: { type: 'string', values: ['1K', '4K'], default: '1K' },
        seed: { type: 'integer', min: 0, max: 2_000_000 },
      },
      pricing: {
        rules: [
          { when: { resolution: '4K' }, unit: 'image', credits: 40 },
          { when: { resolution: '1K' }, unit: 'image', credits: 4 },
        ],
      },
    },
    'draw/two': {
      ...common,
      title: 'Draw Two',
      model_type: 'text_to_image',
      delivers: 'image',
      input: { prompt: { type: 'string', required: true, role: 'prompt' } },
      pricing: { rules: [{ unit: 'image', credits: 5 }] },
    },
    'edit/one': {
      ...common,
      title: 'Edit One',
      model_type: 'image_edit',
      delivers: 'image',
      input: {
        image_urls: {
          type: 'array',
          required: true,
          role: 'media',
          media: { kind: 'image' },
          items: { type: 'string' },
          min_items: 1,
          max_items: 3,
        },
        prompt: { type: 'string', required: true, role: 'prompt' },
      },
      pricing: { rules: [{ unit: 'image', credits: 6 }] },
    },
    'old/listener': {
      ...common,
      title: 'Old Listener',
      model_type: 'speech_to_text',
      status: 'removed',
      delivers: 'data',
      input: { audio_url: { type: 'string', required: true, role: 'media', media: { kind: 'audio' } } },
      pricing: { rules: [{ unit: 'request', credits: 1 }] },
      result: { shape: 'resultObject' },
    },
  };
  return parseRegistry(JSON.stringify({ models, renamed: {} }));
}
