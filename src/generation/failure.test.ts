import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOfTask } from './failure.ts';

/** Texts of failed tasks that were really seen (facts: recordInfo). */
const seen = [
  ['nsfw', 'content-refused'],
  ['Your prompt was flagged by our moderation system', 'content-refused'],
  ['timed out', 'timed-out'],
  ['server is busy, please try again later', 'provider-busy'],
  ['internal error, please try again later.', 'provider-busy'],
  ['Generation Failed', 'task-failed'],
  ['', 'task-failed'],
] as const;

for (const [failMsg, code] of seen) {
  test(`a task that failed with "${failMsg}" is told as ${code}`, () => {
    assert.equal(failureOfTask({ failCode: '500', failMsg }).code, code);
  });
}

test('the provider’s words are kept for the operator', () => {
  assert.deepEqual(failureOfTask({ failCode: '501', failMsg: 'boom' }), {
    code: 'task-failed',
    providerCode: '501',
    providerMessage: 'boom',
  });
});
