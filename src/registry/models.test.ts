import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requiredNow, withDefaults } from './demands.ts';
import { fields, nextQuestion } from './form.ts';
import { loadRegistry } from './load.ts';
import { sample } from './sample.ts';
import type { Input } from './types.ts';

const registry = loadRegistry();
const active = registry.list({ status: 'active' });

function problemsOf(id: string, input: Input): string[] {
  const result = registry.validate(id, input);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
}

const PICTURE = 'https://example.com/1.png';
const pictures = (count: number) => Array.from({ length: count }, (_, at) => `https://example.com/${at}.png`);

/** An input laid over the sample of a model, and what is wrong with it: the rules of well-known models. */
const RULES: readonly [id: string, name: string, extra: Input, problems: string[]][] = [
  ['4o-image-api', 'a prompt or pictures', { prompt: undefined }, ['prompt any-of']],
  ['4o-image-api', 'pictures alone', { prompt: undefined, files_url: [PICTURE] }, []],
  [
    'flux1-kontext',
    'tolerance while editing',
    { input_image: PICTURE, safety_tolerance: 3 },
    ['safety_tolerance max'],
  ],
  ['flux1-kontext', 'tolerance of a new picture', { safety_tolerance: 3 }, []],
  [
    'gpt-image-2-text-to-image',
    '2K with an automatic ratio',
    { resolution: '2K' },
    ['resolution not-allowed-value'],
  ],
  ['gpt-image-2-text-to-image', '2K in 3:2', { resolution: '2K', aspect_ratio: '3:2' }, []],
  [
    'gpt-image-2-text-to-image',
    '4K square',
    { resolution: '4K', aspect_ratio: '1:1' },
    ['aspect_ratio not-allowed-value'],
  ],
  [
    'qwen2-1/image-to-image',
    'a mask for two pictures',
    { mask_url: PICTURE, image_urls: pictures(2) },
    ['image_urls too-many'],
  ],
  [
    'qwen2-1/text-to-image',
    'transparent JPEG',
    { background: 'transparent', output_format: 'jpeg' },
    ['output_format not-allowed-value'],
  ],
  ['wan/2-7-image', 'five pictures that are no series', { n: 5 }, ['n max']],
  ['wan/2-7-image', 'five pictures of a series', { n: 5, enable_sequential: true }, []],
  [
    'bytedance/seedance-2',
    'frames and references',
    { first_frame_url: PICTURE, reference_image_urls: [PICTURE] },
    ['reference_image_urls not-allowed-together'],
  ],
  ['bytedance/seedance-2', 'a last frame alone', { last_frame_url: PICTURE }, ['first_frame_url requires']],
  ['bytedance/seedance-2', 'automatic length', { duration: -1 }, []],
  ['bytedance/seedance-2', 'three seconds', { duration: 3 }, ['duration min']],
  [
    'gemini-omni-video',
    'eight slots',
    { image_urls: pictures(7), character_ids: ['a1'] },
    ['image_urls total-items'],
  ],
  ['grok-imagine/image-to-video', 'a file and a task', { task_id: 'a1' }, ['task_id one-of']],
  ['grok-imagine/image-to-video', 'spicy with a file', { mode: 'spicy' }, ['mode not-allowed-value']],
  [
    'hailuo/2-3-image-to-video-pro',
    'ten seconds in 1080P',
    { duration: '10', resolution: '1080P' },
    ['resolution not-allowed-value'],
  ],
  ['kling-3.0/video', 'shots without shots', { multi_shots: true }, ['multi_prompt requires']],
  [
    'kling-3.0-omni/reference-to-video',
    'five pictures and a clip',
    { image_urls: pictures(5), video_urls: ['https://example.com/1.mp4'], audio: true },
    ['image_urls too-many'],
  ],
  [
    'minimax-h3/reference-to-video',
    'sound alone',
    { reference_image_urls: undefined, reference_audio_urls: ['https://example.com/1.mp3'] },
    ['reference_image_urls any-of'],
  ],
  [
    'pixverse-v6/image-to-video',
    'a length with a template',
    { template_id: '412736208886848' },
    ['duration not-allowed-when'],
  ],
  [
    'pixverse-v6/extend',
    'a clip and a task',
    { video_url: 'https://example.com/1.mp4' },
    ['video_url not-allowed-when'],
  ],
  ['runway', 'ten seconds in 1080p', { duration: '10', quality: '1080p' }, ['quality not-allowed-value']],
  [
    'veo-3-1',
    'references of four seconds',
    { generation_type: 'REFERENCE_2_VIDEO', image_urls: pictures(3), duration: 4 },
    ['duration not-allowed-value'],
  ],
  [
    'volcengine/video-to-video-lip-sync',
    'a basic field in lite',
    { open_scenedet: true },
    ['open_scenedet not-allowed-when'],
  ],
  ['wan/2-7-videoedit', 'the length of the source', { duration: 0 }, []],
  ['wan/2-7-videoedit', 'one second', { duration: 1 }, ['duration min']],
  [
    'elevenlabs/text-to-dialogue-v3',
    'two long texts',
    { dialogue: ['a', 'b'].map((text) => ({ text: text.repeat(2501), voice: 'EkK5I93UQWFDigLMpZcX' })) },
    ['dialogue total-length'],
  ],
  [
    'ai-music-api/generate',
    'own style without a title',
    { custom_mode: true, style: 'jazz' },
    ['title requires'],
  ],
  ['ai-music-api/generate', 'a style in simple mode', { style: 'jazz' }, ['style too-long']],
  [
    'ai-music-api/generate-persona',
    'nine seconds of voice',
    { vocal_start: 0, vocal_end: 9 },
    ['vocal_end span'],
  ],
];

describe('rules of well-known models', () => {
  for (const [id, name, extra, expected] of RULES) {
    test(`${id}: ${name} ${expected.length === 0 ? 'is fine' : 'is refused'}`, () => {
      assert.deepEqual(problemsOf(id, { ...sample(registry.find(id)), ...extra }), expected);
    });
  }
});

describe('every active model', () => {
  test('has a valid sample', () => {
    for (const model of active) assert.deepEqual(problemsOf(model.id, sample(model)), [], model.id);
  });

  test('needs each of its required fields', () => {
    for (const model of active) {
      for (const name of Object.keys(model.input).filter((field) => model.input[field]?.required)) {
        const { [name]: _left, ...rest } = sample(model);
        assert.equal(registry.validate(model.id, rest).ok, false, `${model.id} without ${name}`);
      }
    }
  });

  test('refuses a value that is none of its choices', () => {
    for (const model of active) {
      for (const [name, field] of Object.entries(model.input)) {
        if (field.values === undefined) continue;
        const found = problemsOf(model.id, { ...sample(model), [name]: 'no such value' });
        assert.ok(
          found.some((problem) => problem.startsWith(`${name} `)),
          `${model.id} ${name}`,
        );
      }
    }
  });

  test('can be filled in by answering its questions, and asks nothing twice', () => {
    for (const model of active) {
      const input: Input = {};
      for (let question = nextQuestion(model, input); question; question = nextQuestion(model, input)) {
        assert.equal(input[question.name], undefined, `${model.id} asks ${question.name} twice`);
        input[question.name] = sample(model)[question.name];
      }
      assert.deepEqual(problemsOf(model.id, withDefaults(model, input)), [], model.id);
    }
  });

  test('shows every required field among the main ones', () => {
    for (const model of active) {
      const main = fields(model, {}).filter(({ place }) => place === 'main');
      for (const name of requiredNow(model, {}))
        assert.ok(
          main.some((field) => field.name === name),
          `${model.id} ${name}`,
        );
    }
  });
});
