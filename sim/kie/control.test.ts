import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKieSim, virtualClock } from './index.ts';
import { callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

test('another process can plan scenarios, move time and read what happened', async () => {
  await using sim = await createKieSim({ clock: virtualClock() });
  const { post, get, create } = callerOf(sim);
  assert.deepEqual(await post('/sim/scenario', { name: 'fail', model: PICTURE_MODEL }), { ok: true });
  assert.deepEqual(
    await post('/sim/scenario', { operation: 'createTask', fault: { kind: 'refuse', code: 429 } }),
    { ok: true },
  );
  assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 429);
  assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 200);
  await post('/sim/advance', { ms: 5000 });
  assert.equal((await get('/sim/state')).tasks[0].state, 'fail');
  const kinds = (await get('/sim/journal')).entries.map((entry: { kind: string }) => entry.kind);
  assert.deepEqual(kinds, ['request', 'bought', 'request', 'ended']);
});

test('a scenario for always lasts until it is cleared', async () => {
  await using sim = await createKieSim({ clock: virtualClock() });
  const { post, create } = callerOf(sim);
  await post('/sim/scenario', { name: '455', times: null });
  for (let i = 0; i < 3; i += 1) assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 455);
  await post('/sim/scenario', { clear: true });
  assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 200);
});

test('wrong orders are refused with a reason', async () => {
  await using sim = await createKieSim();
  const { post } = callerOf(sim);
  assert.equal((await post('/sim/scenario', { name: 'no-such' })).ok, false);
  assert.match(
    (await post('/sim/scenario', { operation: 'createTask', fault: { kind: 'explode' } })).error,
    /./,
  );
  assert.equal((await post('/sim/advance', { ms: 5 })).ok, false);
});

test('the balance can be set from outside', async () => {
  await using sim = await createKieSim({ clock: virtualClock() });
  const { post, get } = callerOf(sim);
  await post('/sim/credits', { balance: 0.5 });
  assert.equal((await get('/api/v1/chat/credit')).data, 0.5);
  assert.equal((await callerOf(sim).create(PICTURE_MODEL, PICTURE)).code, 402);
});

test('the journal and the log hold no key', async () => {
  const lines: string[] = [];
  await using sim = await createKieSim({ apiKeys: ['secret-key-1'], log: (line) => lines.push(line) });
  await callerOf(sim, 'secret-key-1').get('/api/v1/chat/credit');
  assert.equal(lines.length, 1);
  assert.doesNotMatch(JSON.stringify([lines, sim.journal.entries]), /secret-key-1/);
});
