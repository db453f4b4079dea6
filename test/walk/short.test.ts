import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';
import { walkEverything } from './walk.ts';

test('a walk through a sample of models meets no dead end and no tap without an answer, in Russian', async () => {
  const report = await walkEverything({ every: 40, house: false, ends: true, people: 4, language: 'ru' });
  assert.deepEqual(report.faults, []);
  assert.ok(
    report.models.length >= 5 && report.taps > 100,
    `${report.models.length} models, ${report.taps} taps`,
  );
});

test('random updates, true and broken, leave no tap unanswered and the books in order', async () => {
  assert.deepEqual((await fuzz({ updates: 200, seed: 7, people: 8 })).faults, []);
});
