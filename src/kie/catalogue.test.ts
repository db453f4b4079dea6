import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidInputError, UnknownModelError } from './errors.ts';
import { ok, UNKNOWN_MODEL_TEXT } from './test-answers.ts';
import { clientOf, rejection, startTestServer, virtualClock } from './test-server.ts';

const ENTRY = {
  model: 'bytedance/seedance-1.5-pro',
  slug: 'seedance-1-5-pro',
  title: 'Seedance 1.5 Pro',
  provider: 'ByteDance',
  taskType: ['Text to Video', 'Image to Video'],
  description: '',
  pricingDesc: '480p: 1.75 credits/s ($0.00875) no audio',
};

test('models are listed and filtered', async (t) => {
  const server = await startTestServer(t);
  server.on('/api/v1/models', ok({ total: 1, models: [ENTRY] }), ok({ total: 0, models: [] }));
  const client = clientOf(server);
  const [first] = await client.listModels({
    taskType: ['Text to Video', 'Chat'],
    provider: 'ByteDance',
    q: 'a&b',
  });
  assert.deepEqual(first, {
    model: 'bytedance/seedance-1.5-pro',
    slug: 'seedance-1-5-pro',
    title: 'Seedance 1.5 Pro',
    provider: 'ByteDance',
    taskTypes: ['Text to Video', 'Image to Video'],
    description: null,
    pricingDesc: '480p: 1.75 credits/s ($0.00875) no audio',
    raw: ENTRY,
  });
  const asked = new URL(server.seen[0]?.url ?? '', server.url).searchParams;
  assert.deepEqual(Object.fromEntries(asked), {
    taskType: 'Text to Video,Chat',
    provider: 'ByteDance',
    q: 'a&b',
  });
  assert.deepEqual(await client.listModels(), []);
  assert.equal(server.seen[1]?.url, '/api/v1/models');
});

test('schema, price and success rate of a model keep the slash of its id', async (t) => {
  const server = await startTestServer(t);
  const model = 'bytedance/seedance-1.5-pro';
  const point = {
    start: '2026-10-02T04:10:00Z',
    end: '2026-10-02T04:20:00Z',
    successRate: null,
    errorRate: 0,
    isNormal: true,
  };
  const openapi = {
    openapi: '3.1.0',
    'Error ': { $ref: '#/components/schemas/response%20not%20with%20recordId' },
  };
  server.on(`/api/v1/models/${model}/schema`, ok({ model, openapi }), ok({ model, openapi: null }));
  server.on(`/api/v1/models/${model}/price`, ok({ model, pricingDesc: ENTRY.pricingDesc }));
  server.on(
    `/api/v1/models/${model}/success-rate`,
    ok({ model, points: [point] }),
    ok({ model, points: [] }),
  );
  const client = clientOf(server);
  assert.deepEqual(await client.modelSchema(model), openapi);
  assert.equal(await client.modelSchema(model), null);
  assert.equal(await client.modelPrice(model), ENTRY.pricingDesc);
  assert.deepEqual(await client.modelSuccessRate(model), [point]);
  assert.deepEqual(await client.modelSuccessRate(model), []);
});

test('an unknown model is named as such', async (t) => {
  const server = await startTestServer(t);
  server.on('/api/v1/models/no/such/schema', { body: { code: 404, msg: UNKNOWN_MODEL_TEXT, data: null } });
  assert.ok((await rejection(clientOf(server).modelSchema('no/such'))) instanceof UnknownModelError);
});

test('an id that would leave the catalogue is not asked for', async (t) => {
  const server = await startTestServer(t);
  for (const id of ['../../chat/credit', 'a//b', '', './x']) {
    assert.ok((await rejection(clientOf(server).modelPrice(id))) instanceof InvalidInputError);
  }
  assert.equal(server.seen.length, 0);
});

test('all catalogue requests together stay within one per second', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on('/api/v1/models', ok({ total: 0, models: [] }));
  server.on('/api/v1/models/a/price', ok({ pricingDesc: 'x' }));
  server.on('/api/v1/models/a/schema', ok({ openapi: null }));
  const client = clientOf(server, { clock });
  await Promise.all([client.listModels(), client.modelPrice('a'), client.modelSchema('a')]);
  assert.deepEqual(clock.slept, [1_000, 1_000]);
});
