import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BrokenAnswerError, InvalidInputError } from './errors.ts';
import { ok } from './test-answers.ts';
import { clientOf, rejection, startTestServer } from './test-server.ts';

const CREDIT = '/api/v1/chat/credit';
const LINK = '/api/v1/common/download-url';

test('the balance is a number, fractions included, also when it comes as text', async (t) => {
  const server = await startTestServer(t);
  server.on(CREDIT, ok(5916.25), ok('0.4'), ok(0));
  const client = clientOf(server);
  assert.deepEqual(
    [await client.credits(), await client.credits(), await client.credits()],
    [5916.25, 0.4, 0],
  );
});

test('a balance that is no number is a broken answer, not zero', async (t) => {
  const server = await startTestServer(t);
  server.on(CREDIT, ok(null), ok('many'));
  assert.ok((await rejection(clientOf(server).credits())) instanceof BrokenAnswerError);
  assert.ok((await rejection(clientOf(server).credits())) instanceof BrokenAnswerError);
});

test('a kie.ai file gets a link, a foreign one is refused', async (t) => {
  const server = await startTestServer(t);
  server.on(LINK, ok('https://tempfile.example/signed'), {
    body: { code: 422, msg: 'url is wrong', data: null },
  });
  const url = 'https://tempfile.aiquickdraw.com/r/0a.jpg';
  assert.equal(await clientOf(server).downloadUrl(url), 'https://tempfile.example/signed');
  assert.deepEqual(JSON.parse(server.seen[0]?.body.toString() ?? ''), { url });
  const error = await rejection(clientOf(server).downloadUrl('https://a.example/b.png'));
  assert.ok(error instanceof InvalidInputError);
  assert.equal(error.providerMessage, 'url is wrong');
});
