import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKieSim, loadModels, virtualClock } from './index.ts';
import { openApiOf } from './openapi.ts';
import { callerOf, PICTURE_MODEL } from './test-client.ts';

const free = () => createKieSim({ clock: virtualClock(), limits: { catalogue: null } });

test('the catalogue lists the 184 active models and filters them', async () => {
  await using sim = await free();
  const { get } = callerOf(sim);
  assert.equal((await get('/api/v1/models')).data.total, 184);
  const kling = (await get('/api/v1/models?provider=Kling&taskType=Text%20to%20Video&q=2.6')).data.models;
  assert.deepEqual(
    kling.map((row: { model: string }) => row.model),
    ['kling-2.6/text-to-video'],
  );
  assert.deepEqual((await get('/api/v1/models?q=nothing-like-it')).data, { total: 0, models: [] });
});

test('schema, price and success rate answer for ids with a slash, and 404 in the body for unknown ones', async () => {
  await using sim = await free();
  const { get } = callerOf(sim);
  const { model, openapi } = (await get('/api/v1/models/bytedance/seedance-2/schema')).data;
  assert.deepEqual([model, openapi.openapi], ['bytedance/seedance-2', '3.1.0']);
  assert.match(
    (await get('/api/v1/models/bytedance/seedance-2/price')).data.pricingDesc,
    /480p .*11\.5 credits\/second \(\$0\.0575\)/,
  );
  assert.equal((await get('/api/v1/models/bytedance/seedance-2/success-rate')).data.points.length, 6);
  assert.equal((await get('/api/v1/models/google/gemini-3-8-flash-tts/schema')).data.openapi, null);
  assert.equal((await get('/api/v1/models/no/such/schema')).code, 404);
});

test('a schema keeps the peculiarities of the live ones', () => {
  const documents = new Map(loadModels().map((model) => [model.id, JSON.stringify(openApiOf(model))]));
  const seedance = documents.get('bytedance/seedance-2-fast') ?? '';
  assert.match(seedance, /"reference_video_urls ":/);
  assert.match(seedance, /"#\/components\/schemas\/response%20not%20with%20recordId"/);
  assert.match(seedance, /"Error ":/);
  assert.match(documents.get('pixverse-v6/extend') ?? '', /"anyOf":\[\{"title":"TaskId"/);
});

test('one catalogue request per second for all kinds together', async () => {
  await using sim = await createKieSim({ clock: virtualClock() });
  const { get } = callerOf(sim);
  assert.equal((await get('/api/v1/models')).code, 200);
  assert.equal((await get(`/api/v1/models/${PICTURE_MODEL}/price`)).code, 429);
  await sim.advance(1000);
  assert.equal((await get(`/api/v1/models/${PICTURE_MODEL}/price`)).code, 200);
});

test('the catalogue can drift: a model vanishes, another changes its price', async () => {
  await using sim = await free();
  const { get } = callerOf(sim);
  const model = sim.catalogue.get(PICTURE_MODEL);
  assert.ok(model);
  sim.catalogue.put({ ...model, prices: [{ unit: 'image', credits: 9 }] });
  sim.catalogue.remove('flux1-kontext');
  assert.match((await get(`/api/v1/models/${PICTURE_MODEL}/price`)).data.pricingDesc, /^9 credits/);
  assert.equal((await get('/api/v1/models')).data.total, 183);
  assert.equal((await callerOf(sim).create('flux1-kontext', { prompt: 'x' })).code, 422);
});
