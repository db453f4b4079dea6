import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { parseCallback, verifyCallback } from './callback.ts';
import { CallbackError, type CallbackRejection, UnknownStateError } from './errors.ts';
import { FAILED, SUCCESS, WAITING } from './test-answers.ts';
import { TASK_ID } from './test-server.ts';

const HMAC_KEY = 'webhook-key-of-the-test';
const SIGNED_AT = 1_769_670_760;
const BODY = JSON.stringify({ code: 200, msg: 'Playground task completed successfully.', data: SUCCESS });

function sign(taskId: string, timestamp: number, encoding: 'base64' | 'hex' = 'base64'): string {
  return createHmac('sha256', HMAC_KEY).update(`${taskId}.${timestamp}`).digest(encoding);
}

function signed(
  overrides: { body?: string | Uint8Array; timestamp?: string; signature?: string; now?: number } = {},
) {
  return {
    rawBody: overrides.body ?? BODY,
    headers: {
      'X-Webhook-Timestamp': overrides.timestamp ?? String(SIGNED_AT),
      'x-webhook-signature': overrides.signature ?? sign(TASK_ID, SIGNED_AT),
    },
    hmacKey: HMAC_KEY,
    now: overrides.now ?? SIGNED_AT * 1000,
  };
}

test('a signed callback is verified and read, from text, bytes and either kind of headers', () => {
  for (const body of [BODY, Buffer.from(BODY)]) {
    const callback = verifyCallback(signed({ body }));
    assert.deepEqual([callback.taskId, callback.state, callback.code], [TASK_ID, 'success', 200]);
    assert.equal(callback.task.result?.urls.length, 1);
  }
  const plain = signed();
  assert.equal(verifyCallback({ ...plain, headers: new Headers(plain.headers) }).taskId, TASK_ID);
});

test('the replay window is five minutes to both sides', () => {
  for (const seconds of [-300, 300]) verifyCallback(signed({ now: (SIGNED_AT + seconds) * 1000 }));
  for (const seconds of [-301, 301]) refuses('stale', { now: (SIGNED_AT + seconds) * 1000 });
});

function refuses(reason: CallbackRejection, overrides: Parameters<typeof signed>[0]): void {
  assert.throws(
    () => verifyCallback(signed(overrides)),
    (error) => error instanceof CallbackError && error.reason === reason,
  );
}

test('what is not signed by the account is refused, each for its reason', () => {
  refuses('forged', { signature: sign('another-task', SIGNED_AT) });
  refuses('forged', { signature: sign(TASK_ID, SIGNED_AT + 1) });
  refuses('forged', { signature: sign(TASK_ID, SIGNED_AT, 'hex') });
  refuses('forged', { signature: 'AAAA' });
  refuses('forged', { timestamp: String(SIGNED_AT + 1) });
  refuses('forged', { body: BODY.replaceAll(TASK_ID, 'b'.repeat(32)) });
  refuses('unsigned', { signature: '' });
  refuses('unsigned', { timestamp: '' });
  refuses('unsigned', { timestamp: `${SIGNED_AT}.0` });
  refuses('unreadable', { body: '<html>' });
  refuses('unreadable', { body: '[]' });
  refuses('no-task-id', { body: '{"code":200}' });
});

test('an empty HMAC key is a mistake of the receiver', () => {
  assert.throws(() => verifyCallback({ ...signed(), hmacKey: '' }), TypeError);
});

test('the documented failure is read, without the fields it lacks', () => {
  const { task, state } = parseCallback(
    JSON.stringify({
      code: 501,
      msg: 'Playground task failed.',
      data: {
        taskId: TASK_ID,
        model: 'z-image',
        state: 'fail',
        param: '',
        resultJson: null,
        failCode: 'GENERATION_FAILED',
        failMsg: 'The generation task failed.',
      },
    }),
  );
  assert.equal(state, 'fail');
  assert.deepEqual(
    [task.failCode, task.failMsg, task.model],
    ['GENERATION_FAILED', 'The generation task failed.', 'z-image'],
  );
});

test('the answer of recordInfo is a callback as well, in its envelope or bare', () => {
  assert.equal(parseCallback(JSON.stringify({ code: 200, msg: 'success', data: FAILED })).state, 'fail');
  assert.equal(parseCallback(JSON.stringify(SUCCESS)).state, 'success');
  assert.equal(parseCallback(JSON.stringify(WAITING)).state, 'waiting');
});

test('the product APIs name the task task_id and tell the stage by callbackType', () => {
  const songs = [{ id: 's1', audio_url: 'https://a.example/1.mp3' }];
  const post = (code: number, callbackType: string) =>
    parseCallback(
      JSON.stringify({ code, msg: 'said', data: { task_id: TASK_ID, callbackType, data: songs } }),
    );
  assert.equal(post(200, 'first').state, 'generating');
  const complete = post(200, 'complete');
  assert.deepEqual([complete.taskId, complete.state], [TASK_ID, 'success']);
  assert.deepEqual(complete.task.result?.urls, ['https://a.example/1.mp3']);
  const failed = post(413, 'error');
  assert.deepEqual([failed.state, failed.task.failCode, failed.task.failMsg], ['fail', '413', 'said']);
});

test('an unknown state in a callback is an error, too', () => {
  const body = JSON.stringify({ code: 200, msg: '', data: { ...SUCCESS, state: 'archived' } });
  assert.throws(() => parseCallback(body), UnknownStateError);
});
