import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { KieClient } from '#kie';
import { readCatalogue } from '#operator';
import { diffCatalogue, loadRegistry, parseRegistry, syncRegistry } from '#registry';
import { createKieSim, type KieSim } from '#sim';
import { diffReport, syncReport } from './diff-report.ts';
import { kiegram, settingsFor } from './test-process.ts';

/* The registry against the simulator's catalogue, which is written from the same facts, apart from ours. */

const FILE = join(import.meta.dirname, '../../models/kie_models.yaml');
const registry = loadRegistry();
const folder = mkdtempSync(join(tmpdir(), 'kiegram-catalogue-'));
after(() => rmSync(folder, { recursive: true }));

const UNLIMITED = { createTask: null, recordInfo: null, catalogue: null };
const openSim = () => createKieSim({ limits: UNLIMITED });

/** A client whose own budget of catalogue requests is switched off as well. */
function clientOf({ url: baseUrl }: KieSim): KieClient {
  const catalogue = { acquire: async () => undefined };
  return new KieClient({ apiKey: 'sim-key', baseUrl, limiter: { catalogue } });
}

async function diffOf(sim: KieSim, only?: string[]) {
  return diffCatalogue(registry, await readCatalogue(clientOf(sim), registry, { only }), only);
}

/** Changes one model of the simulator's catalogue. */
function drift(
  sim: KieSim,
  id: string,
  change: (model: NonNullable<ReturnType<typeof sim.catalogue.get>>) => object,
) {
  const model = sim.catalogue.get(id);
  assert.ok(model, id);
  sim.catalogue.put({ ...model, ...change(model) });
}

/** Where the registry parts from what kie.ai publishes, and why. */
const PARTINGS: Readonly<Record<string, string>> = {
  'wan/2-2-a14b-image-to-video-turbo price': '580p has a price, but createTask does not take it',
  'wan/2-2-a14b-text-to-video-turbo price': '580p has a price, but createTask does not take it',
};

test('registry and catalogue agree on every model, but for known partings', async () => {
  await using sim = await openSim();
  const diff = await diffOf(sim);
  const news = diff.differences.filter(({ known }) => known === undefined);
  assert.deepEqual(
    news.map(({ model, field, aspect }) => [model, field, aspect].filter(Boolean).join(' ')).toSorted(),
    Object.keys(PARTINGS),
  );
  assert.deepEqual([diff.added, diff.vanished, diff.returned], [[], [], []]);
  assert.equal(diff.compared, 184);
  assert.deepEqual(diff.unread, ['google/gemini-3-8-flash-tts'], 'openapi is null for one model');
});

test('a catalogue that drifts is told model by model; sync writes what is certain and keeps the rest of the file', async () => {
  await using sim = await openSim();
  const z = sim.catalogue.get('z-image');
  assert.ok(z);
  sim.catalogue.put({ ...z, id: 'z-image-2', title: 'Z-Image 2' });
  sim.catalogue.remove('recraft/crisp-upscale');
  drift(sim, 'z-image', ({ input }) => ({
    prices: [{ unit: 'image', credits: 1 }],
    input: {
      ...input,
      aspect_ratio: { ...input.aspect_ratio, enum: [...(input.aspect_ratio?.enum ?? []), '21:9'] },
    },
  }));
  drift(sim, 'bytedance/seedance-2-fast', ({ input }) => ({
    input: { ...input, reference_video_urls: { ...input.reference_video_urls, maxItems: 5 } },
  }));
  drift(sim, 'kling-2.6/text-to-video', ({ input }) => ({
    input: { ...input, prompt: { ...input.prompt, maxLength: 2500 }, style: { type: 'string' } },
  }));
  const only = [
    'z-image',
    'z-image-2',
    'recraft/crisp-upscale',
    'bytedance/seedance-2-fast',
    'kling-2.6/text-to-video',
  ];
  const diff = await diffOf(sim, only);
  const report = diffReport(diff);
  assert.match(report, /^New at kie\.ai\n {2}z-image-2 {2}Z-Image 2 · .*0\.8 credits\/image/);
  assert.match(report, /Gone from kie\.ai\n {2}recraft\/crisp-upscale/);
  assert.match(report, /\nz-image\n {2}aspect_ratio values: \+21:9\n {2}price: 0\.8 → 1 kie credits\n/);
  assert.match(report, /reference_video_urls max_items: 3 → 5/);
  assert.match(report, /style: new field, string/);

  const text = readFileSync(FILE, 'utf8');
  const synced = syncRegistry(text, registry, diff, '2026-10-09');
  const now = parseRegistry(synced.text);
  assert.deepEqual(synced.refused, []);
  assert.equal(now.find('z-image').input.aspect_ratio?.values?.at(-1), '21:9');
  assert.equal(now.find('bytedance/seedance-2-fast').input.reference_video_urls?.max_items, 5);
  assert.equal(now.find('kling-2.6/text-to-video').input.prompt?.max_length, 2500);
  assert.equal(now.find('recraft/crisp-upscale').status, 'legacy');
  assert.deepEqual(synced.byHand.map(({ field, aspect }) => `${field} ${aspect}`).toSorted(), [
    ' price',
    'style field',
  ]);
  assert.match(syncReport(synced, diff), /4 models changed\.$/);

  const untouched = new Set(text.split('\n'));
  const changed = synced.text.split('\n').filter((line) => !untouched.has(line));
  assert.ok(changed.length <= 6, `${changed.length} lines changed:\n${changed.join('\n')}`);
});

test('kiegram models diff exits with 1 on news; sync writes into the file; then there is no news', async () => {
  await using sim = await openSim();
  drift(sim, 'z-image', ({ input }) => ({
    input: { ...input, prompt: { ...input.prompt, maxLength: 5000 } },
  }));
  const file = join(folder, 'models.yaml');
  copyFileSync(FILE, file);
  const run = (command: string) =>
    kiegram(['models', command, '--only', 'z-image', '--registry', file, '--json'], settingsFor(sim));
  const first = await run('diff');
  assert.equal(first.code, 1, first.stderr);
  assert.deepEqual(
    JSON.parse(first.stdout).differences.map(({ field }: { field: string }) => field),
    ['prompt'],
  );
  const { code, stdout, stderr } = await run('sync');
  assert.equal(code, 0, stderr);
  assert.equal(JSON.parse(stdout).changes.length, 1);
  assert.equal((await run('diff')).code, 0);
});
