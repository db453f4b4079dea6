import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AbortedError, KieError, NetworkError, RateLimitedError, UncertainError } from './errors.ts';
import {
  CLOUDFLARE_1010,
  CREATED,
  NO_ACCESS,
  NO_SUCH_PATH,
  NOT_VISIBLE,
  OUT_OF_CREDITS_TEXT,
  PROXY_502,
  TOO_OFTEN,
  UNAUTHORIZED,
  UNKNOWN_MODEL_TEXT,
} from './test-answers.ts';
import {
  CREATE,
  clientOf,
  KEY,
  type Reply,
  rejection,
  startTestServer,
  TASK_ID,
  virtualClock,
} from './test-server.ts';

const MODEL = 'kling-2.6/text-to-video';
const INPUT = { prompt: 'A fox', sound: false, aspect_ratio: '1:1', duration: '5' };

test('createTask sends model, input and callback and resolves to the task id', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: CREATED });
  const taskId = await clientOf(server).createTask(MODEL, INPUT, {
    callbackUrl: 'https://bot.example/kie/7',
  });
  assert.equal(taskId, TASK_ID);
  const [seen] = server.seen;
  assert.equal(seen?.method, 'POST');
  assert.equal(seen.headers.authorization, `Bearer ${KEY}`);
  assert.equal(seen.headers['content-type'], 'application/json;charset=UTF-8');
  assert.match(seen.headers['user-agent'] ?? '', /kiegram/);
  assert.deepEqual(JSON.parse(seen.body.toString()), {
    model: MODEL,
    callBackUrl: 'https://bot.example/kie/7',
    input: INPUT,
  });
});

const envelope = (code: number, msg: string): Reply => ({ body: { code, msg, data: null } });

const CERTAIN: [name: string, reply: Reply, code: string][] = [
  ['401 with HTTP 200', { body: UNAUTHORIZED }, 'unauthorized'],
  ['401 as HTTP status and envelope', { status: 401, body: UNAUTHORIZED }, 'unauthorized'],
  ['the older 401', { body: NO_ACCESS }, 'unauthorized'],
  ['402', envelope(402, OUT_OF_CREDITS_TEXT), 'out-of-credits'],
  ['the text of 402 under code 500', envelope(500, OUT_OF_CREDITS_TEXT), 'out-of-credits'],
  ['422 for an unknown model', envelope(422, UNKNOWN_MODEL_TEXT), 'unknown-model'],
  ['422 for a parameter', envelope(422, 'voiceId cannot be empty'), 'invalid-input'],
  ['500 for a missing field', envelope(500, 'prompt is required'), 'invalid-input'],
  ['500 for a nameless field', envelope(500, 'This field is required'), 'invalid-input'],
  ['500 for an empty field', envelope(500, 'multi_shots cannot be empty'), 'invalid-input'],
  [
    '500 for an enum',
    envelope(500, 'This duration is not within the range of allowed options'),
    'invalid-input',
  ],
  ['500 for a paused model', envelope(500, 'This interface is temporarily paused'), 'paused'],
  ['433', envelope(433, 'usage limit'), 'sub-key-limit'],
  ['455', envelope(455, 'maintenance'), 'maintenance'],
  ['505', envelope(505, 'disabled'), 'feature-disabled'],
  ['a code as text', { body: { code: '402', msg: OUT_OF_CREDITS_TEXT, data: null } }, 'out-of-credits'],
  ['an unknown 4xx code', envelope(418, 'teapot'), 'rejected'],
  ["Cloudflare's 1010", CLOUDFLARE_1010, 'blocked'],
  ['an unknown path', { status: 404, body: NO_SUCH_PATH }, 'not-found'],
  ['a too large body at the proxy', { status: 413, body: '<html>413</html>' }, 'invalid-input'],
];

for (const [name, reply, code] of CERTAIN) {
  test(`createTask is certainly refused by ${name}, sent once`, async (t) => {
    const server = await startTestServer(t);
    server.on(CREATE, reply);
    const error = await rejection(clientOf(server).createTask(MODEL, INPUT));
    assert.ok(error instanceof KieError);
    assert.equal(error.code, code);
    assert.equal(error.certainlyRefused, true);
    assert.equal(server.seen.length, 1);
  });
}

const UNCERTAIN: [name: string, reply: Reply, reason: string][] = [
  ['500 without a known sentence', envelope(500, 'internal error, please try again later.'), 'server'],
  ['501', envelope(501, 'generation failed'), 'server'],
  ['408', envelope(408, 'upstream silent'), 'server'],
  ['HTTP 500 around a success', { status: 500, body: CREATED }, 'server'],
  ['an HTML page with 502', PROXY_502, 'server'],
  [
    'an HTML page with 502 that speaks of requirements',
    { status: 502, body: '<html><p>A retry is required</p></html>' },
    'server',
  ],
  ['an HTML page with 200', { body: '<!DOCTYPE html><html></html>' }, 'broken-answer'],
  ['half a JSON text', { body: '{"code":200,"msg":"success","data":{"task' }, 'broken-answer'],
  ['an empty body', { body: '' }, 'broken-answer'],
  ['a redirect', { status: 307, headers: { location: '/elsewhere' } }, 'broken-answer'],
  ['a success without a task id', { body: { code: 200, msg: 'success', data: {} } }, 'broken-answer'],
  ['an answer cut in half', { body: CREATED, trouble: 'cut' }, 'broken-answer'],
  ['a connection that breaks', { trouble: 'drop' }, 'network'],
  ['a connection that hangs', { trouble: 'hang' }, 'timeout'],
];

for (const [name, reply, reason] of UNCERTAIN) {
  test(`createTask is uncertain after ${name}, and never sent again`, async (t) => {
    const server = await startTestServer(t);
    server.on(CREATE, reply);
    const timeoutMs = reply.trouble === 'hang' ? 80 : 5_000;
    const error = await rejection(clientOf(server).createTask(MODEL, INPUT, { timeoutMs }));
    assert.ok(error instanceof UncertainError);
    assert.equal(error.reason, reason);
    assert.equal(error.certainlyRefused, false);
    assert.ok(error.cause instanceof KieError);
    assert.equal(server.seen.length, 1);
  });
}

test('createTask is sent again after 429 with 2, 5 and 12 s between', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(
    CREATE,
    { body: TOO_OFTEN },
    { status: 429, body: 'slow down' },
    { body: TOO_OFTEN },
    { body: CREATED },
  );
  assert.equal(await clientOf(server, { clock }).createTask(MODEL, INPUT), TASK_ID);
  assert.deepEqual(clock.slept, [2_000, 5_000, 12_000]);
});

test('createTask obeys Retry-After', async (t) => {
  const server = await startTestServer(t);
  const clock = virtualClock();
  server.on(CREATE, { body: TOO_OFTEN, headers: { 'retry-after': '7' } }, { body: CREATED });
  await clientOf(server, { clock }).createTask(MODEL, INPUT);
  assert.deepEqual(clock.slept, [7_000]);
});

test('createTask gives up after the third 429, certainly refused', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: TOO_OFTEN });
  const error = await rejection(clientOf(server).createTask(MODEL, INPUT));
  assert.ok(error instanceof RateLimitedError);
  assert.equal(error.certainlyRefused, true);
  assert.equal(server.seen.length, 4);
});

test('a 429 followed by a broken connection is uncertain', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: TOO_OFTEN }, { trouble: 'drop' });
  assert.ok((await rejection(clientOf(server).createTask(MODEL, INPUT))) instanceof UncertainError);
  assert.equal(server.seen.length, 2);
});

for (const [name, baseUrl] of [
  ['a refused connection', 'http://127.0.0.1:2'],
  ['an unknown host', 'http://kie.invalid'],
]) {
  test(`createTask knows that nothing was sent after ${name}`, async (t) => {
    const server = await startTestServer(t);
    const error = await rejection(clientOf(server, { baseUrl }).createTask(MODEL, INPUT));
    assert.ok(error instanceof NetworkError);
    assert.equal(error.sent, false);
    assert.equal(error.certainlyRefused, true);
  });
}

test('an abort before sending is certain, an abort on the way is not', async (t) => {
  const server = await startTestServer(t);
  const before = await rejection(
    clientOf(server).createTask(MODEL, INPUT, { signal: AbortSignal.abort(new Error('no more')) }),
  );
  assert.ok(before instanceof AbortedError);
  assert.equal(before.certainlyRefused, true);
  assert.equal(server.seen.length, 0);

  const controller = new AbortController();
  server.on(CREATE, () => {
    controller.abort(new Error('no more'));
    return { trouble: 'hang' };
  });
  const onTheWay = await rejection(clientOf(server).createTask(MODEL, INPUT, { signal: controller.signal }));
  assert.ok(onTheWay instanceof UncertainError);
  assert.equal(onTheWay.reason, 'aborted');
});

test('a limiter that fails means that nothing was sent', async (t) => {
  const server = await startTestServer(t);
  const limiter = { createTask: { acquire: () => Promise.reject(new Error('limiter is down')) } };
  const error = await rejection(clientOf(server, { limiter }).createTask(MODEL, INPUT));
  assert.ok(error instanceof AbortedError && error.certainlyRefused);
  assert.match(String(error.cause), /limiter is down/);
  assert.equal(server.seen.length, 0);
});

const UNSENDABLE: [name: string, input: object, where: RegExp][] = [
  ['NaN', { seed: Number.NaN }, /input\.seed is NaN/],
  [
    'an infinite number',
    { shots: [{ duration: Number('1e999') }] },
    /input\.shots\[0\]\.duration is Infinity/,
  ],
  ['a bigint', { seed: 1n }, /input\.seed is a bigint/],
  ['bytes', { image_url: Buffer.from('x') }, /input\.image_url holds binary data/],
  ['a list in place of an object', ['prompt'], /must be an object/],
];

for (const [name, input, where] of UNSENDABLE) {
  test(`createTask does not send ${name}`, async (t) => {
    const server = await startTestServer(t);
    const error = await rejection(clientOf(server).createTask(MODEL, input));
    assert.ok(error instanceof KieError && error.code === 'invalid-input' && error.certainlyRefused);
    assert.match(error.message, where);
    assert.equal(server.seen.length, 0);
  });
}

test('createTask does not loop on an input that holds itself', async (t) => {
  const server = await startTestServer(t);
  const input: { [key: string]: unknown } = { prompt: 'A fox' };
  input.self = input;
  assert.match(String(await rejection(clientOf(server).createTask(MODEL, input))), /nested too deeply/);
});

test('createTask carries 10 MB, prototype keys and -0 unharmed', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: CREATED });
  const input = JSON.parse('{"__proto__":{"admin":true},"seed":-0}');
  input.prompt = 'x'.repeat(10_000_000);
  await clientOf(server).createTask(MODEL, input);
  const sent = server.seen[0]?.body.toString() ?? '';
  assert.ok(sent.includes('"__proto__":{"admin":true}') && sent.includes('"seed":0'));
  assert.equal(JSON.parse(sent).input.prompt.length, 10_000_000);
});

test('"recordInfo is null" is no answer of createTask: refused as input', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: NOT_VISIBLE });
  const error = await rejection(clientOf(server).createTask(MODEL, INPUT));
  assert.ok(error instanceof KieError && error.code === 'invalid-input');
});
