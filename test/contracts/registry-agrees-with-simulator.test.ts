import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, type Input, loadRegistry, type Model, sample } from '#registry';
import { findMistake, loadModels } from '../../sim/kie/index.ts';

/* The registry and the simulator read the same facts apart from each other. Where they part, one has misread. */

const registry = loadRegistry();
const simulated = new Map(loadModels().map((model) => [model.id, model]));
const active = registry.list({ status: 'active' });

/**
 * Where the registry refuses what kie.ai takes, by model and the field it complains about: the task would fail,
 * be paid for in vain, or kie.ai would quietly ignore what a person set.
 */
const STRICTER: Readonly<Record<string, string>> = {
  'gpt-image-2-5-flare-text-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'gpt-image-2-5-flare-image-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'gpt-image-2-5-sunburst-text-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'gpt-image-2-5-sunburst-image-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'gpt-image-2-text-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'gpt-image-2-image-to-image resolution': 'with an automatic ratio the task fails above 1K',
  'bytedance/seedance-2 prompt': 'without words or files nothing is asked for',
  'bytedance/seedance-2-fast prompt': 'without words or files nothing is asked for',
  'bytedance/seedance-2-mini prompt': 'without words or files nothing is asked for',
  'wan/2-7-image-to-video first_frame_url': 'without a picture or clip it is another model',
  'kling-3.0-omni/text-to-video customize_multi_shots': 'left open it is on, and then needs shots',
  'grok-imagine/image-to-video index': 'the index belongs to an earlier task, not to a file',
  'pixverse-v6/image-to-video duration': 'a template brings its own length',
  'volcengine/video-to-video-lip-sync open_scenedet': 'basic mode only',
  'ai-music-api/replace-section task_id': 'only the example of the page has it, and nothing works without',
  'ai-music-api/replace-section audio_id': 'only the example of the page has it, and nothing works without',
  'ai-music-api/separate-vocals task_id': 'only the example of the page has it, and nothing works without',
  'ai-music-api/separate-vocals audio_id': 'only the example of the page has it, and nothing works without',
  'ai-music-api/separate-vocals stem_name': 'advanced separation needs it, the others ignore it',
};

/** One input of one model, and what was done to it. */
interface Case {
  readonly model: Model;
  readonly what: string;
  readonly input: Input;
}

test('both know the same models with the same status', () => {
  const ours = registry.models.map(({ id, status }) => `${id} ${status}`);
  const theirs = [...simulated.values()].map(({ id, status }) => `${id} ${status}`);
  assert.deepEqual(ours.toSorted(), theirs.toSorted());
});

test('both take the smallest input of every active model', () => {
  const refused = active
    .map((model) => ({ model, what: 'sample', input: sample(model) }))
    .filter((each) => !isTaken(each) || mistakeIn(each) !== undefined);
  assert.deepEqual(refused.map(describeCase), []);
});

test('what the registry takes of changed inputs the simulator takes as well', () => {
  const cases = active.flatMap(mutations);
  assert.ok(cases.length > 3000, `only ${cases.length} changes`);
  const costly = cases.filter((each) => isTaken(each) && mistakeIn(each) !== undefined);
  assert.deepEqual(costly.map(describeCase), []);
});

test('what the registry alone refuses is written down with the reason, and nothing else is', () => {
  const stricter = active
    .flatMap(mutations)
    .filter((each) => !isTaken(each) && mistakeIn(each) === undefined)
    .flatMap(({ model, input }) => refusedFields(model, input).map((field) => `${model.id} ${field}`));
  assert.deepEqual([...new Set(stricter)].toSorted(), Object.keys(STRICTER).toSorted());
});

function refusedFields(model: Model, input: Input): string[] {
  const answer = registry.validate(model.id, input);
  return answer.ok ? [] : answer.problems.map(({ field }) => field);
}

function isTaken({ model, input }: Case): boolean {
  return registry.validate(model.id, input).ok;
}

function mistakeIn({ model, input }: Case): string | undefined {
  const known = simulated.get(model.id);
  return known === undefined ? 'not simulated' : findMistake(known, input)?.msg;
}

function describeCase(each: Case): string {
  const answer = registry.validate(each.model.id, each.input);
  const ours = answer.ok ? 'taken' : answer.problems.map(({ path, code }) => `${path} ${code}`).join(', ');
  return `${each.model.id}: ${each.what}: registry ${ours}, simulator ${mistakeIn(each) ?? 'taken'}`;
}

/** The sample with one field left out, or set to one value of its own or beyond its bounds. */
function mutations(model: Model): Case[] {
  const smallest = sample(model);
  const left = Object.keys(smallest).map((name) => {
    const { [name]: _dropped, ...input } = smallest;
    return { model, what: `without ${name}`, input };
  });
  const changed = Object.entries(model.input).flatMap(([name, field]) =>
    valuesAround(field).map((value) => ({
      model,
      what: `${name} = ${JSON.stringify(value).slice(0, 60)}`,
      input: { ...smallest, [name]: value },
    })),
  );
  return [...left, ...changed];
}

function valuesAround(field: Field): unknown[] {
  switch (field.type) {
    case 'boolean':
      return [true, false, 'true'];
    case 'integer':
    case 'number':
      return [...(field.values ?? []), ...(field.also ?? []), ...numbersAround(field), 'many'];
    case 'string':
      return field.values ? [...field.values, 'none of these', 7] : [...textsAround(field), 7];
    case 'array':
      return listsAround(field);
    case 'object':
      return ['none'];
  }
}

function numbersAround({ min, max, values }: Field): number[] {
  const bounds = values === undefined ? [min, max] : [];
  const inside = bounds.filter((bound) => bound !== undefined);
  const outside = [min === undefined ? [] : min - 1, max === undefined ? [] : max + 1].flat();
  return [...inside, ...outside];
}

function textsAround({ media, max_length: most }: Field): string[] {
  if (media) return ['https://example.com/file', 'ftp://example.com/file', 'no address'];
  return most === undefined ? [] : ['x'.repeat(most + 1)];
}

function listsAround({ media, max_items: most }: Field): unknown[] {
  if (!media) return ['none'];
  const file = 'https://example.com/file';
  return [[file], [file, file], ['no address'], ...(most === undefined ? [] : [Array(most + 1).fill(file)])];
}
