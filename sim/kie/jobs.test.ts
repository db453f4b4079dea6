import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { createKieSim, virtualClock } from './index.ts';
import { callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

const start = (options = {}) => createKieSim({ clock: virtualClock(), ...options });

test('a task goes from waiting over generating to success, and its texts stay texts', async () => {
  await using sim = await start();
  const { create, record } = callerOf(sim);
  const created = await create(PICTURE_MODEL, PICTURE);
  assert.equal(created.code, 200);
  assert.match(created.data.taskId, /^[0-9a-f]{32}$/);

  const waiting = (await record(created.data.taskId)).data;
  assert.deepEqual(
    [waiting.state, waiting.resultJson, waiting.failCode, waiting.costTime, waiting.completeTime],
    ['waiting', '', null, null, null],
  );
  assert.deepEqual(JSON.parse(JSON.parse(waiting.param).input), PICTURE);

  await sim.advance(700);
  assert.equal((await record(created.data.taskId)).data.state, 'generating');
  await sim.advance(500);
  const done = (await record(created.data.taskId)).data;
  assert.equal(done.state, 'success');
  assert.equal(done.costTime, 1);
  assert.equal(done.completeTime - done.createTime, 1200);
  assert.equal(JSON.parse(done.resultJson).resultUrls.length, 1);
  assert.equal(done.creditsConsumed, 0.8);
});

test('credits are taken at success only, and a balance that does not cover the price buys nothing', async () => {
  await using sim = await start({ credits: 1 });
  const { create, get } = callerOf(sim);
  await create(PICTURE_MODEL, PICTURE);
  const second = await create(PICTURE_MODEL, PICTURE);
  assert.equal(second.code, 402);
  assert.match(second.msg, /^Credits insufficient : Your current balance isn’t enough/);
  assert.equal((await get('/api/v1/chat/credit')).data, 1);
  await sim.settle();
  assert.equal((await get('/api/v1/chat/credit')).data, 0.2);
  assert.equal(sim.journal.bought().length, 1);
});

test('mistakes answer with HTTP 200 and the recorded codes and sentences', async () => {
  await using sim = await start();
  const { create, headers } = callerOf(sim);
  const refused = async (model: string, input: object) => {
    const { code, msg, data } = await create(model, input);
    return [code, msg, data];
  };
  assert.deepEqual(await refused(PICTURE_MODEL, { prompt: 'x' }), [500, 'aspect_ratio is required', null]);
  assert.deepEqual(await refused(PICTURE_MODEL, { ...PICTURE, prompt: '' }), [
    500,
    'prompt cannot be empty',
    null,
  ]);
  assert.deepEqual(await refused(PICTURE_MODEL, { ...PICTURE, aspect_ratio: '9:99' }), [
    500,
    'aspect_ratio is not within the range of allowed options',
    null,
  ]);
  assert.equal((await refused('no/such-model', {}))[0], 422);
  assert.deepEqual((await refused('sora-2-text-to-video', {})).slice(0, 2), [
    500,
    'This interface is temporarily paused',
  ]);
  const answer = await fetch(`${sim.url}/api/v1/jobs/createTask`, { method: 'POST', headers, body: '{}' });
  assert.equal(answer.status, 200);
  assert.equal(sim.journal.bought().length, 0);
});

test('a wrong key is refused without a data key', async () => {
  await using sim = await start();
  const answer = await callerOf(sim, 'other').create(PICTURE_MODEL, PICTURE);
  assert.equal(answer.code, 401);
  assert.equal('data' in answer, false);
});

test('unknown input fields are ignored', async () => {
  await using sim = await start();
  assert.equal((await callerOf(sim).create(PICTURE_MODEL, { ...PICTURE, colour: 'red' })).code, 200);
});

test('the 21st task within ten seconds is refused, and taken once the window has moved on', async () => {
  await using sim = await start();
  const { create } = callerOf(sim);
  const codes = await Promise.all(
    Array.from({ length: 21 }, async () => (await create(PICTURE_MODEL, PICTURE)).code),
  );
  assert.equal(codes.filter((code) => code === 429).length, 1);
  await sim.advance(10_001);
  assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 200);
});

test('the 11th look at one task within a second is refused', async () => {
  await using sim = await start();
  const { create, record } = callerOf(sim);
  const { taskId } = (await create(PICTURE_MODEL, PICTURE)).data;
  const other = (await create(PICTURE_MODEL, PICTURE)).data.taskId;
  for (let look = 0; look < 10; look += 1) assert.equal((await record(taskId)).code, 200);
  assert.equal((await record(taskId)).code, 429);
  assert.equal((await record(other)).code, 200);
});

test('an unknown task is "recordInfo is null"', async () => {
  await using sim = await start();
  assert.deepEqual(await callerOf(sim).record('0'.repeat(32)), {
    code: 422,
    msg: 'recordInfo is null',
    data: null,
  });
});

test('removed ElevenLabs models are accepted and then fail for free', async () => {
  await using sim = await start();
  const { create, record } = callerOf(sim);
  const created = await create('elevenlabs/sound-effect-v2', { text: 'thunder' });
  await sim.settle();
  const { state, failCode, creditsConsumed } = (await record(created.data.taskId)).data;
  assert.deepEqual([state, failCode, creditsConsumed], ['fail', '500', 0]);
  assert.equal(sim.credits.balance, 10_000);
});

test('an unknown path gets the Spring body, a caller without a User-Agent Cloudflare’s 1010', async () => {
  await using sim = await start();
  const unknown = await fetch(`${sim.url}/v1/completions`);
  assert.equal(unknown.status, 404);
  assert.equal(JSON.parse(await unknown.text()).path, '/v1/completions');

  const [status, body] = await new Promise<[number | undefined, string]>((resolve, reject) => {
    request(`${sim.url}/api/v1/chat/credit`, (response) => {
      response.setEncoding('utf8').once('data', (text) => resolve([response.statusCode, text]));
    })
      .once('error', reject)
      .end();
  });
  assert.deepEqual([status, body], [403, 'error code: 1010']);
});
