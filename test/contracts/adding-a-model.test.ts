import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { KieClient } from '#kie';
import { quote } from '#pricing';
import { fields, nextQuestion, parseRegistry, sample } from '#registry';
import { createKieSim } from '#sim';
import { loadModels } from '../../sim/kie/index.ts';
import { planSanity, runSanity } from '../../src/cli/sanity-run.ts';

/* docs/adding-a-model.md promises that a model is one entry and no code. The entry tested here is the one it shows. */

const doc = readFileSync(join(import.meta.dirname, '../../docs/adding-a-model.md'), 'utf8');
const [, entry = ''] = /```yaml\n(.*?)```/s.exec(doc) ?? [];
const registry = parseRegistry(`models:\n${entry}`, 'docs/adding-a-model.md');
const [model = assert.fail('the page shows no entry')] = registry.models;
const FOX = { prompt: 'a fox' };

describe('one entry of the registry is enough', () => {
  test('to be offered in the menu of each type it serves', () => {
    for (const type of ['text_to_image', 'image_to_image'] as const)
      assert.deepEqual(registry.offered({ type }), [model]);
    assert.deepEqual(registry.offered({ type: 'text_to_video' }), []);
  });

  test('for the form: what to ask, and every field with its control', () => {
    assert.equal(nextQuestion(model, {})?.name, 'prompt');
    assert.equal(nextQuestion(model, FOX), null);
    const controls = fields(model, {}).map(({ name, control, required }) => [name, control, required]);
    assert.deepEqual(Object.fromEntries(controls.map(([name, ...rest]) => [name, rest])), {
      prompt: ['text', true],
      image_urls: ['files', false],
      resolution: ['choice', false],
      n: ['number', false],
    });
  });

  test('for the validation, rules included', () => {
    const codes = (input: object) => {
      const checked = registry.validate(model.id, input);
      return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
    };
    assert.deepEqual(codes(FOX), []);
    assert.deepEqual(codes({}), ['prompt required']);
    assert.deepEqual(codes({ ...FOX, resolution: '8K', n: 9 }), ['resolution enum', 'n max']);
    assert.deepEqual(codes({ ...FOX, resolution: '4K', n: 2 }), ['n max']);
    assert.deepEqual(codes({ ...FOX, image_urls: ['no address'] }), ['image_urls url']);
  });

  test('for the price of every combination', () => {
    const price = (more: object) => quote(model, { ...FOX, ...more }, { markup: 2 });
    assert.deepEqual([price({}).kieCredits, price({}).credits], [4, 8]);
    assert.equal(price({ n: 3 }).kieCredits, 12);
    assert.equal(price({ resolution: '4K' }).kieCredits, 9);
  });

  test('for the sample and its row in the sanity run', async () => {
    assert.ok(registry.validate(model.id, sample(model)).ok);
    const twin = loadModels().find(({ input }) => input.prompt !== undefined);
    assert.ok(twin);
    const served = { ...twin, id: model.id, input: { prompt: { type: 'string', required: true } as const } };
    await using sim = await createKieSim({ catalogue: [served], speeds: { image: 0 } });
    const kie = new KieClient({ apiKey: 'sim-key', baseUrl: sim.url });
    const plan = { ...planSanity(registry, true), unavailable: [] };
    const rows = await runSanity(kie, registry, plan, { pollMs: 10, atOnce: 1 });
    assert.deepEqual(
      rows.map(({ seconds: _, ...row }) => row),
      [{ model: model.id, model_type: 'text_to_image', state: 'success', result: 'ok' }],
    );
  });
});
