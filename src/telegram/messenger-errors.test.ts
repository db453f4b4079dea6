import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlainApi } from './api.ts';
import { messengerErrorOf } from './messenger-errors.ts';
import { type Answer, scriptedBotApi } from './testing/bot-api.ts';

const token = '123456:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ';

async function errorFor(answer: Answer) {
  await using server = await scriptedBotApi();
  server.answer('sendMessage', answer);
  const api = createPlainApi({ token, apiRoot: server.apiRoot });
  const error = await api.sendMessage(1, 'hi').then(
    () => assert.fail('the call went through'),
    (reason: unknown) => messengerErrorOf(reason),
  );
  assert.ok(!error.message.includes(token));
  const { code, certainlyNotSent, retryAfterMs } = error;
  return { code, certainlyNotSent, retryAfterMs };
}

test('each answer of Telegram says whether the message may have arrived', async () => {
  const blocked = { error: 403, description: 'Forbidden: bot was blocked by the user' };
  assert.deepEqual(await errorFor(blocked), {
    code: 'recipient-gone',
    certainlyNotSent: true,
    retryAfterMs: undefined,
  });
  const slow = { error: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 };
  assert.deepEqual(await errorFor(slow), {
    code: 'rate-limited',
    certainlyNotSent: true,
    retryAfterMs: 3000,
  });
  const refused = { error: 400, description: 'Bad Request: message is too long' };
  assert.deepEqual(await errorFor(refused), {
    code: 'refused',
    certainlyNotSent: true,
    retryAfterMs: undefined,
  });
  const broken = { error: 502, description: 'Bad Gateway' };
  assert.deepEqual(await errorFor(broken), {
    code: 'unreachable',
    certainlyNotSent: false,
    retryAfterMs: undefined,
  });
  assert.deepEqual(await errorFor('drop'), {
    code: 'unreachable',
    certainlyNotSent: false,
    retryAfterMs: undefined,
  });
});

test('a connection that was never made has certainly carried nothing', async () => {
  const api = createPlainApi({ token, apiRoot: 'http://127.0.0.1:9' });
  const error = await api.sendMessage(1, 'hi').catch((reason: unknown) => messengerErrorOf(reason));
  assert.ok('certainlyNotSent' in error && error.certainlyNotSent);
});
