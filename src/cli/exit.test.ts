import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { CommanderError } from 'commander';
import {
  DownloadError,
  InvalidInputError,
  NetworkError,
  OutOfCreditsError,
  type Task,
  TaskFailedError,
  TaskNotFoundError,
  TaskTimeoutError,
  UnauthorizedError,
  UncertainError,
} from '#kie';
import { RegistryError } from '#registry';
import { InterruptedError, UsageError } from './errors.ts';
import { exitCode } from './exit.ts';
import { openKie } from './kie-access.ts';

const told: string[] = [];
before(() => mock.method(console, 'error', (text: string) => told.push(text)));
after(() => mock.restoreAll());

const refusal = { envelopeCode: 401, providerMessage: 'no' };
const failed = { taskId: 'abc', failCode: '501', failMsg: 'nsfw' } as Task;

const cases: [string, unknown, number][] = [
  ['help', new CommanderError(0, 'commander.helpDisplayed', ''), 0],
  ['an argument that commander refuses', new CommanderError(1, 'commander.missingArgument', ''), 2],
  ['wrong arguments', new UsageError('x'), 2],
  ['an unknown model', new RegistryError('unknown-model', 'x'), 2],
  ['an empty account', new OutOfCreditsError({ ...refusal, envelopeCode: 402 }), 3],
  ['a key that is not accepted', new UnauthorizedError(refusal), 4],
  ['an input that kie.ai does not accept', new InvalidInputError({ ...refusal, envelopeCode: 500 }), 4],
  ['a failed task', new TaskFailedError(failed), 4],
  ['an unknown task', new TaskNotFoundError('abc', {}), 4],
  ['an unfinished task', new TaskTimeoutError('abc', 1000, null), 5],
  ['no connection', new NetworkError(false, {}), 1],
  ['an uncertain purchase', new UncertainError(new UnauthorizedError(refusal)), 1],
  ['a file that cannot be fetched', new DownloadError('download-gone', 'x'), 1],
  ['an interruption', new InterruptedError('x'), 130],
  ['a fault of ours', new TypeError('x'), 1],
];

for (const [what, error, code] of cases) {
  test(`${what} ends with ${code}`, () => assert.equal(exitCode(error), code));
}

test('what is meant for a person is told without a stack, a fault of ours with one', () => {
  told.length = 0;
  exitCode(new TaskFailedError(failed));
  exitCode(new TypeError('broken'));
  assert.match(told[0] ?? '', /Task abc failed: 501: nsfw/);
  assert.doesNotMatch(told[0] ?? '', /\n\s+at /);
  assert.match(told[1] ?? '', /TypeError: broken\n\s+at /);
});

test('without a key the mistake is named, and what works without one', async (t) => {
  const { KIE_API_KEY: key } = process.env;
  delete process.env.KIE_API_KEY;
  t.after(() => Object.assign(process.env, key === undefined ? {} : { KIE_API_KEY: key }));
  await assert.rejects(openKie({}), (error) => error instanceof UsageError && /--sim/.test(error.message));
});
