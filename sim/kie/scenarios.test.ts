import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKieSim, virtualClock } from './index.ts';
import { NAMED_SCENARIOS, namedScenario } from './named-scenarios.ts';
import { callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

const start = () => createKieSim({ clock: virtualClock() });

test('a task can be bought although its buyer never hears of it', async () => {
  await using sim = await start();
  const { create } = callerOf(sim);
  for (const fault of [{ kind: 'drop', after: true }, { kind: 'half' }] as const) {
    sim.scenario.next('createTask', fault);
    await assert.rejects(create(PICTURE_MODEL, PICTURE));
  }
  assert.equal(sim.journal.bought(PICTURE_MODEL).length, 2);
  sim.scenario.next('createTask', { kind: 'drop' });
  await assert.rejects(create(PICTURE_MODEL, PICTURE));
  assert.equal(sim.journal.bought().length, 2);
});

test('an answer that never comes leaves the task bought', async () => {
  await using sim = await start();
  const { headers } = callerOf(sim);
  const body = JSON.stringify({ model: PICTURE_MODEL, input: { ...PICTURE, prompt: 'a fox !timeout' } });
  const signal = AbortSignal.timeout(150);
  await assert.rejects(fetch(`${sim.url}/api/v1/jobs/createTask`, { method: 'POST', headers, body, signal }));
  assert.equal(sim.journal.bought().length, 1);
});

test('an answer can come late', async () => {
  await using sim = await start();
  sim.scenario.next('recordInfo', { kind: 'delay', ms: 5000 });
  const answer = callerOf(sim).record('0'.repeat(32));
  while (sim.journal.requests().length === 0) await sim.advance(1000);
  assert.equal((await answer).code, 422);
});

test('HTML, garbage, a bad status and refusals arrive as told', async () => {
  await using sim = await start();
  const { headers, create } = callerOf(sim);
  const raw = async () => {
    const body = JSON.stringify({ model: PICTURE_MODEL, input: PICTURE });
    const answer = await fetch(`${sim.url}/api/v1/jobs/createTask`, { method: 'POST', headers, body });
    return [answer.status, answer.headers.get('retry-after'), await answer.text()] as const;
  };
  sim.scenario.next('createTask', { kind: 'html' });
  sim.scenario.next('createTask', { kind: 'garbage' });
  sim.scenario.next('createTask', { kind: 'status', status: 503 });
  sim.scenario.next('createTask', { kind: 'refuse', code: 429, http: 429, retryAfter: 7 });
  const [html, garbage, status, refused] = [await raw(), await raw(), await raw(), await raw()];
  assert.match(html[2], /<html>/);
  assert.equal(garbage[0], 200);
  assert.throws(() => JSON.parse(garbage[2]));
  assert.equal(status[0], 503);
  assert.deepEqual(refused.slice(0, 2), [429, '7']);
  assert.equal((await create(PICTURE_MODEL, PICTURE)).code, 200);
});

test('a scenario can be kept to one model, to a word of the prompt, and to a number of times', async () => {
  await using sim = await start();
  const { create } = callerOf(sim);
  sim.scenario.next('createTask', { kind: 'refuse', code: 455 }, { model: 'flux1-kontext' });
  sim.scenario.next('createTask', { kind: 'refuse', code: 505 }, { prompt: 'red', times: 2 });
  const codes = [];
  for (let i = 0; i < 3; i += 1) codes.push((await create(PICTURE_MODEL, PICTURE)).code);
  assert.deepEqual(codes, [505, 505, 200]);
  assert.equal((await create('flux1-kontext', { prompt: 'blue' })).code, 455);
});

test('a new task can stay invisible, show an odd state, and end without a readable result', async () => {
  await using sim = await start();
  const { create, record } = callerOf(sim);
  sim.scenario.task({ unseenMs: 500, oddState: 'dreaming', resultJson: null });
  const { taskId } = (await create(PICTURE_MODEL, PICTURE)).data;
  assert.equal((await record(taskId)).msg, 'recordInfo is null');
  await sim.advance(600);
  assert.equal((await record(taskId)).data.state, 'dreaming');
  await sim.advance(600);
  assert.deepEqual(
    [(await record(taskId)).data.state, (await record(taskId)).data.resultJson],
    ['success', null],
  );
});

test('failCode can be a number, a task can be slow, a result can be dead', async () => {
  await using sim = await start();
  const { create, record } = callerOf(sim);
  const ask = async (mark: string) =>
    (await create(PICTURE_MODEL, { ...PICTURE, prompt: `fox ${mark}` })).data.taskId;
  const failed = await ask('!failnumber');
  const slow = await ask('!slow');
  const dead = await ask('!expired');
  await sim.advance(2000);
  const end = (await record(failed)).data;
  assert.deepEqual([end.state, end.failCode, end.creditsConsumed, end.successFlag], ['fail', 501, 0, 3]);
  assert.equal((await record(slow)).data.state, 'waiting');
  const url = (await record(dead)).data.response.resultUrls[0];
  assert.equal((await fetch(url)).status, 404);
});

test('every word of the table is found in a prompt, and only there', async () => {
  await using sim = await start();
  const { create } = callerOf(sim);
  assert.equal(namedScenario('constructor'), undefined);
  const codes = Object.keys(NAMED_SCENARIOS).flatMap((name) => {
    const fault = namedScenario(name)?.fault;
    return fault?.kind === 'refuse' ? [{ name, code: fault.code }] : [];
  });
  for (const { name, code } of codes) {
    assert.equal((await create(PICTURE_MODEL, { ...PICTURE, prompt: `!${name}` })).code, code, name);
  }
  assert.equal((await create(PICTURE_MODEL, { ...PICTURE, prompt: 'no!429 here' })).code, 200);
});
