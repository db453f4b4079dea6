import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesTo } from '#forms';
import type { ResultMedia } from '#generation';
import { loadRegistry } from '#registry';
import { createCatalogue } from '../catalogue.ts';
import { createModelCodes } from '../short-codes.ts';
import { followUpsOf } from './follow-ups.ts';

const registry = loadRegistry();
const terms = { markup: 1, switchedOff: new Set<string>() };
const catalogue = createCatalogue(registry, createModelCodes(registry), () => terms);

function offered(modelId: string, taskId: string | null, trackId?: string): string[] {
  const sound: ResultMedia = { url: 'https://example.com/a.mp3', kind: 'audio', ...(trackId && { trackId }) };
  const earlier = { modelId, taskId, result: { media: [sound] } };
  return followUpsOf(catalogue, earlier, 0).map(({ model }) => model.id);
}

test('a stem, of which kie.ai names no track, goes on where the task is enough', () => {
  assert.deepEqual(offered('ai-music-api/separate-vocals', 'task'), [
    'ai-music-api/generate-midi-from-audio',
  ]);
});

test('a song goes on as a track; without its id only where the task is enough, without the task nowhere', () => {
  const all = offered('ai-music-api/generate', 'task', 'track');
  assert.ok(all.includes('ai-music-api/extend') && all.includes('ai-music-api/cover-generate'), String(all));
  const known = (id: string) =>
    referencesTo(registry.find(id), { modelId: '', taskId: 'task', result: null }, 0);
  const byTask = all.filter((id) => !Object.keys(registry.find(id).input).includes('audio_id'));
  assert.deepEqual(offered('ai-music-api/generate', 'task'), byTask);
  assert.ok(byTask.every((id) => Object.values(known(id)).includes('task')));
  assert.deepEqual(offered('ai-music-api/generate', null), []);
});
