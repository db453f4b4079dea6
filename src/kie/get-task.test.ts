import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenAnswerError, KieError, TaskNotFoundError, UnknownStateError } from './errors.ts';
import {
  CLOUDFLARE_1010,
  FAILED,
  NOT_VISIBLE,
  ok,
  PROXY_502,
  SUCCESS,
  TOO_OFTEN,
  WAITING,
} from './test-answers.ts';
import {
  clientOf,
  RECORD,
  type Reply,
  rejection,
  startTestServer,
  TASK_ID,
  virtualClock,
} from './test-server.ts';

test('getTask reads a running task, input inside text inside text', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok(WAITING));
  assert.deepEqual(await clientOf(server).getTask(TASK_ID), {
    taskId: TASK_ID,
    model: 'qwen2/text-to-image',
    state: 'waiting',
    input: { prompt: 'A fox', image_size: '1:1' },
    result: null,
    failCode: null,
    failMsg: null,
    costSeconds: null,
    createdAt: 1777539190339,
    completedAt: null,
    creditsConsumed: null,
    raw: WAITING,
  });
  assert.equal(server.seen[0]?.url, `${RECORD}?taskId=${TASK_ID}`);
});

test('getTask reads a finished task: seconds, milliseconds, fractional credits as number or text', async (t) => {
  const server = await startTestServer(t);
  server.on(
    RECORD,
    ok({ ...SUCCESS, creditsConsumed: 0.4 }),
    ok({ ...SUCCESS, creditsConsumed: '0.4', costTime: '188' }),
  );
  for (let round = 0; round < 2; round += 1) {
    const task = await clientOf(server).getTask(TASK_ID);
    assert.equal(task.state, 'success');
    assert.deepEqual(task.result?.urls, ['https://tempfile.aiquickdraw.com/r/0a.jpg']);
    assert.deepEqual([task.costSeconds, task.completedAt, task.creditsConsumed], [188, 1777539378146, 0.4]);
  }
});

test('getTask gives a failed task under code 200, its failCode as text also when it is a number', async (t) => {
  const server = await startTestServer(t);
  server.on(
    RECORD,
    ok(FAILED),
    ok({ ...FAILED, failCode: 501, failMsg: 'nsfw' }),
    ok({ ...FAILED, resultJson: null }),
  );
  const client = clientOf(server);
  const first = await client.getTask(TASK_ID);
  assert.deepEqual(
    [first.state, first.failCode, first.failMsg, first.creditsConsumed],
    ['fail', '500', 'internal error, please try again later.', 0],
  );
  const second = await client.getTask(TASK_ID);
  assert.deepEqual([second.failCode, second.failMsg], ['501', 'nsfw']);
  assert.equal((await client.getTask(TASK_ID)).result, null);
});

for (const code of [501, 408]) {
  test(`code ${code} of recordInfo means finished and failed`, async (t) => {
    const server = await startTestServer(t);
    server.on(RECORD, { body: { code, msg: 'timed out', data: null } });
    const task = await clientOf(server).getTask(TASK_ID);
    assert.deepEqual(
      [task.taskId, task.state, task.failCode, task.failMsg],
      [TASK_ID, 'fail', String(code), 'timed out'],
    );
  });
}

for (const resultJson of ['', null, '{"resultUrls":["https://x', undefined, '{}', 'null', '"text"']) {
  test(`a success with the resultJson ${JSON.stringify(resultJson)} has no result, and its text is kept`, async (t) => {
    const server = await startTestServer(t);
    server.on(RECORD, ok({ ...SUCCESS, resultJson }));
    const task = await clientOf(server).getTask(TASK_ID);
    assert.equal(task.state, 'success');
    assert.equal(task.result, null);
    assert.equal((task.raw as { resultJson?: unknown }).resultJson, resultJson);
  });
}

test('the parsed response stands in for an unreadable resultJson', async (t) => {
  const server = await startTestServer(t);
  server.on(
    RECORD,
    ok({ ...SUCCESS, resultJson: '{"resu', response: { resultUrls: ['https://a.example/1.png'] } }),
  );
  assert.deepEqual((await clientOf(server).getTask(TASK_ID)).result?.urls, ['https://a.example/1.png']);
});

test('an unknown state is an error that carries its text', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, ok({ ...WAITING, state: 'archived' }));
  const error = await rejection(clientOf(server).getTask(TASK_ID));
  assert.ok(error instanceof UnknownStateError);
  assert.equal(error.state, 'archived');
  assert.match(error.message, /"archived"/);
});

test('without a state, successFlag tells', async (t) => {
  const server = await startTestServer(t);
  const { state: _, ...bare } = SUCCESS;
  server.on(RECORD, ok({ ...bare, successFlag: 1 }), ok({ ...bare, successFlag: 3 }), ok(bare));
  const client = clientOf(server);
  assert.equal((await client.getTask(TASK_ID)).state, 'success');
  assert.equal((await client.getTask(TASK_ID)).state, 'fail');
  assert.ok((await rejection(client.getTask(TASK_ID))) instanceof UnknownStateError);
});

for (const [name, reply] of [
  ['"recordInfo is null"', { body: NOT_VISIBLE }],
  ['404', { body: { code: 404, msg: 'Task not found', data: null } }],
  ['a success without data', { body: { code: 200, msg: 'success', data: null } }],
] as [string, Reply][]) {
  test(`${name} is TaskNotFoundError, asked once`, async (t) => {
    const server = await startTestServer(t);
    server.on(RECORD, reply);
    const error = await rejection(clientOf(server).getTask(TASK_ID));
    assert.ok(error instanceof TaskNotFoundError);
    assert.equal(error.taskId, TASK_ID);
    assert.equal(server.seen.length, 1);
  });
}

const PASSING: [string, Reply][] = [
  ['429', { body: TOO_OFTEN }],
  ['455', { body: { code: 455, msg: 'maintenance', data: null } }],
  ['500', { body: { code: 500, msg: 'internal error, please try again later.', data: null } }],
  ['an HTML page', PROXY_502],
  ['half a JSON text', { body: '{"code":200,"da' }],
  ['an answer cut in half', { ...ok(SUCCESS), trouble: 'cut' }],
  ['a broken connection', { trouble: 'drop' }],
  ['a hanging connection', { trouble: 'hang' }],
];

for (const [name, reply] of PASSING) {
  test(`getTask asks again after ${name}`, async (t) => {
    const server = await startTestServer(t);
    server.on(RECORD, reply, ok(SUCCESS));
    const timeoutMs = reply.trouble === 'hang' ? 100 : 5_000;
    assert.equal((await clientOf(server).getTask(TASK_ID, { timeoutMs })).state, 'success');
    assert.equal(server.seen.length, 2);
  });
}

test('getTask obeys Retry-After and gives up after its retries', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(RECORD, { body: TOO_OFTEN, headers: { 'retry-after': '4' } });
  const error = await rejection(clientOf(server, { clock, retries: 2 }).getTask(TASK_ID));
  assert.ok(error instanceof KieError && error.code === 'rate-limited');
  assert.deepEqual(clock.slept, [4_000, 4_000]);
  assert.equal(server.seen.length, 3);
});

test("Cloudflare's refusal is not repeated", async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, CLOUDFLARE_1010);
  const error = await rejection(clientOf(server).getTask(TASK_ID));
  assert.ok(error instanceof KieError && error.code === 'blocked');
  assert.equal(error.providerMessage, 'error code: 1010');
  assert.equal(server.seen.length, 1);
});

test('a broken answer tells its kind and shows its beginning', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, { body: '<!doctype html><title>Checking your browser</title>' });
  const error = await rejection(clientOf(server, { retries: 0 }).getTask(TASK_ID));
  assert.ok(error instanceof BrokenAnswerError);
  assert.equal(error.kind, 'html');
  assert.match(error.excerpt, /Checking your browser/);
});

test('duplicate and prototype keys in an answer do no harm', async (t) => {
  const server = await startTestServer(t);
  const text = `{"code":500,"code":200,"msg":"","data":{"__proto__":{"state":"success"},"taskId":"${TASK_ID}","state":"waiting"}}`;
  server.on(RECORD, { body: text });
  assert.equal((await clientOf(server).getTask(TASK_ID)).state, 'waiting');
  assert.equal(({} as { state?: string }).state, undefined);
});

test('numbers that are none become null', async (t) => {
  const server = await startTestServer(t);
  const text = `{"code":200,"msg":"","data":{"taskId":"${TASK_ID}","state":"waiting","costTime":1e999,"creditsConsumed":"NaN","createTime":""}}`;
  server.on(RECORD, { body: text });
  const task = await clientOf(server).getTask(TASK_ID);
  assert.deepEqual([task.costSeconds, task.creditsConsumed, task.createdAt], [null, null, null]);
});
