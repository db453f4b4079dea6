import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { KieClient } from './client.ts';
import { KIE_ERROR_CODES, KieError } from './errors.ts';
import { CREATED, ok, PROXY_502, WAITING } from './test-answers.ts';
import { CREATE, clientOf, KEY, RECORD, rejection, startTestServer, TASK_ID } from './test-server.ts';

test('a key that is missing or cannot be a header is refused without being shown', () => {
  for (const apiKey of ['', ' ', 'secret-key\n', 'secret key', 'ключ-secret']) {
    assert.throws(
      () => new KieClient({ apiKey }),
      (error) =>
        error instanceof TypeError &&
        !error.message.includes('secret') &&
        /kie\.ai\/api-key/.test(error.message),
    );
  }
});

test('a base address must be http or https; a trailing slash and a prefix are fine', async (t) => {
  for (const baseUrl of ['api.kie.ai', 'ftp://api.kie.ai', 'https://u:p@api.kie.ai']) {
    assert.throws(() => new KieClient({ apiKey: KEY, baseUrl }), /baseUrl must be/);
  }
  const server = await startTestServer(t);
  server.on('/kie/api/v1/chat/credit', ok(1));
  assert.equal(await clientOf(server, { baseUrl: `${server.url}/kie/` }).credits(), 1);
});

test('the key is neither in the client as printed nor in any error, even when the server repeats it', async (t) => {
  const server = await startTestServer(t);
  server.on(
    CREATE,
    { body: { code: 401, msg: `bad key ${KEY}` } },
    { body: `<html>${KEY}` },
    { trouble: 'drop' },
  );
  const client = clientOf(server);
  assert.ok(!inspect(client, { depth: 9, showHidden: true }).includes(KEY));
  for (let round = 0; round < 4; round += 1) {
    const error = await rejection(client.createTask('z-image', { prompt: 'A fox' }));
    assert.ok(error instanceof KieError);
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(KEY));
  }
});

test('a key that happens to occur in an answer does not change what is read', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: CREATED }, { body: { code: 402, msg: 'Credits insufficient', data: null } });
  const client = clientOf(server, { apiKey: 'e' });
  assert.equal(await client.createTask('z-image', { prompt: 'A fox' }), TASK_ID);
  const error = await rejection(client.createTask('z-image', { prompt: 'A fox' }));
  assert.ok(error instanceof KieError && error.code === 'out-of-credits');
});

test('errors carry their evidence', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { status: 200, body: { code: 402, msg: 'Credits insufficient', data: null } });
  const error = await rejection(clientOf(server).createTask('z-image', { prompt: 'A fox' }));
  assert.ok(error instanceof KieError);
  assert.equal(error.name, 'OutOfCreditsError');
  assert.deepEqual(
    [error.method, error.path, error.status, error.envelopeCode, error.providerMessage],
    ['POST', CREATE, 200, 402, 'Credits insufficient'],
  );
  assert.equal(
    error.message,
    `The kie.ai account has too few credits (POST ${CREATE}, HTTP 200, code 402, "Credits insufficient")`,
  );
});

test('hooks see every attempt, its outcome and the retry between', async (t) => {
  const server = await startTestServer(t);
  server.on(RECORD, PROXY_502, ok(WAITING));
  const told: unknown[] = [];
  await clientOf(server, {
    hooks: {
      onRequest: ({ method, path, attempt }) => told.push(['request', method, path, attempt]),
      onResponse: ({ attempt, status, envelopeCode, durationMs }) =>
        told.push(['response', attempt, status, envelopeCode, durationMs]),
      onRetry: ({ attempt, error, delayMs }) => told.push(['retry', attempt, error.code, delayMs <= 500]),
    },
  }).getTask(TASK_ID);
  assert.deepEqual(told.slice(0, 3), [
    ['request', 'GET', RECORD, 1],
    ['response', 1, 502, null, 0],
    ['retry', 1, 'server', true],
  ]);
  assert.deepEqual(told.at(-2), ['request', 'GET', RECORD, 2]);
});

test('a hook that throws changes nothing and is warned about', async (t) => {
  const server = await startTestServer(t);
  server.on(CREATE, { body: CREATED });
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  const hooks = {
    onResponse: () => {
      throw new Error('logger is broken');
    },
  };
  assert.equal(await clientOf(server, { hooks }).createTask('z-image', { prompt: 'A fox' }), TASK_ID);
  assert.match((await warned).message, /logger is broken/);
});

test('methods work without their object, and a fetch of the caller is used', async () => {
  const { credits } = new KieClient({
    apiKey: KEY,
    fetch: async () => Response.json({ code: 200, data: 7 }),
  });
  assert.equal(await credits(), 7);
});

test('callbacks are read by the client as well', () => {
  const client = new KieClient({ apiKey: KEY });
  assert.equal(client.parseCallback(JSON.stringify(WAITING)).state, 'waiting');
  assert.throws(() => client.verifyCallback({ rawBody: '{}', headers: {}, hmacKey: 'k' }), KieError);
});

test('the library imports nothing but itself and Node', async () => {
  const names = (await readdir(import.meta.dirname)).filter((name) => /^[^.]+\.ts$/.test(name));
  assert.ok(names.length > 20);
  for (const name of names) {
    const source = await readFile(`${import.meta.dirname}/${name}`, 'utf8');
    for (const [, from] of source.matchAll(/ from '([^']+)'/g))
      assert.match(from ?? '', /^(node:|\.\/)/, name);
  }
});

test('error codes are listed once each', () => {
  assert.equal(new Set(KIE_ERROR_CODES).size, KIE_ERROR_CODES.length);
});
