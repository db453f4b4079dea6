import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fields, nextQuestion } from './form.ts';
import { parseRegistry } from './load.ts';
import type { Input } from './types.ts';

const registry = parseRegistry(`
models:
  animator:
    title: Animator
    provider: Test
    model_type: image_to_video
    status: active
    delivers: video
    input:
      seed: { type: integer }
      prompt: { type: string, required: true, role: prompt }
      image_urls: { type: array, required: true, role: media, max_items: 2, media: { kind: image }, items: { type: string } }
      look: { type: string, default: plain, values: [plain, fancy], labels: { fancy: Very fancy } }
      seconds: { type: integer, default: 5, min: 3, max: 15 }
      sound: { type: boolean, default: false }
      voice_hint: { type: string }
      lastFrame: { type: string, media: { kind: image } }
    rules:
      - { when: { sound: true }, require: [voice_hint] }
      - { when: { sound: false }, forbid: [voice_hint] }
      - { when: { lastFrame: { present: true } }, limit: { look: { not: [fancy] } } }
    pricing:
      rules:
        - { when: { sound: true }, unit: second, credits: 3, of: [seconds] }
        - { when: { sound: false }, unit: second, credits: 2, of: [seconds] }
    result: { shape: resultUrls, media: video }
  stretcher:
    title: Stretcher
    provider: Test
    model_type: video_to_video
    status: active
    delivers: video
    input:
      task_id: { type: string, refers_to: task }
      video_url: { type: string, role: media, media: { kind: video } }
    variants:
      - { title: Clip, fields: [video_url], required: [video_url] }
      - { title: Earlier task, fields: [task_id], required: [task_id] }
    pricing: { rules: [{ unit: video, credits: 2 }] }
    result: { shape: resultUrls, media: video }
`);
const animator = registry.find('animator');
const stretcher = registry.find('stretcher');
const file = 'https://example.com/a.png';

function names(input: Input, place?: string): string[] {
  return fields(animator, input)
    .filter((field) => place === undefined || field.place === place)
    .map(({ name }) => name);
}

describe('the next question', () => {
  test('is the file, then the words, then nothing while defaults do', () => {
    assert.equal(nextQuestion(animator, {})?.name, 'image_urls');
    assert.equal(nextQuestion(animator, { image_urls: [file] })?.name, 'prompt');
    assert.equal(nextQuestion(animator, { image_urls: [file], prompt: 'run' }), null);
  });

  test('is asked again when the answer was emptied', () => {
    assert.equal(nextQuestion(animator, { image_urls: [], prompt: 'run' })?.name, 'image_urls');
  });

  test('follows a rule once its condition holds', () => {
    const input = { image_urls: [file], prompt: 'run', sound: true };
    assert.equal(nextQuestion(animator, input)?.name, 'voice_hint');
  });

  test('belongs to the variant that was begun, and to the first one otherwise', () => {
    assert.equal(nextQuestion(stretcher, {})?.name, 'video_url');
    assert.equal(nextQuestion(stretcher, { task_id: 'a' }), null);
  });
});

describe('the fields', () => {
  test('that have to be given, decide the price or are a choice come first', () => {
    assert.deepEqual(names({}, 'main'), ['prompt', 'image_urls', 'look', 'seconds', 'sound']);
    assert.deepEqual(names({}, 'more'), ['seed', 'lastFrame']);
  });

  test('leave out what is forbidden now, and bring it back when it is needed', () => {
    assert.ok(!names({}).includes('voice_hint'));
    assert.ok(names({ sound: true }, 'main').includes('voice_hint'));
  });

  test('leave out what another variant has', () => {
    assert.deepEqual(
      fields(stretcher, { task_id: 'a' }).map(({ name }) => name),
      ['task_id'],
    );
  });

  test('offer the choices that are allowed now, under their names', () => {
    const labels = (input: Input) =>
      fields(animator, input)
        .find(({ name }) => name === 'look')
        ?.choices.map(({ label }) => label);
    assert.deepEqual(labels({}), ['plain', 'Very fancy']);
    assert.deepEqual(labels({ lastFrame: file }), ['plain']);
  });

  test('say how they are filled in, and are named in words', () => {
    const shown = fields(animator, { seconds: 7 }).map(({ name, control, title }) => [name, control, title]);
    assert.deepEqual(shown, [
      ['prompt', 'text', 'Prompt'],
      ['image_urls', 'files', 'Image urls'],
      ['look', 'choice', 'Look'],
      ['seconds', 'number', 'Seconds'],
      ['sound', 'switch', 'Sound'],
      ['seed', 'number', 'Seed'],
      ['lastFrame', 'file', 'Last frame'],
    ]);
  });

  test('carry the value given and the default beside it', () => {
    const seconds = fields(animator, { seconds: 7 }).find(({ name }) => name === 'seconds');
    assert.deepEqual([seconds?.value, seconds?.default], [7, 5]);
  });
});
