import { KieError, type KieErrorCode, type Task } from '#kie';
import type { Failure } from './types.ts';

/** Why a generation failed, as a person is told; each is a phrase key `failure-<code>` in every locale. */
export const failureCodes = [
  'content-refused',
  'input-refused',
  'task-failed',
  'timed-out',
  'provider-busy',
  'provider-down',
  'provider-paused',
  'model-unavailable',
  'attachment-gone',
  'result-gone',
  'never-confirmed',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** What a refused createTask means for the person. The account's own troubles are nobody's fault but ours. */
const failureOfRefusal: Partial<Record<KieErrorCode, FailureCode>> = {
  'invalid-input': 'input-refused',
  'unknown-model': 'model-unavailable',
  'feature-disabled': 'model-unavailable',
  paused: 'provider-paused',
  maintenance: 'provider-paused',
  'rate-limited': 'provider-busy',
  rejected: 'input-refused',
};

export function failureOfError(error: unknown): Failure {
  if (!(error instanceof KieError)) return failure('provider-down');
  return {
    code: failureOfRefusal[error.code] ?? 'provider-down',
    providerCode: error.envelopeCode === null ? null : String(error.envelopeCode),
    providerMessage: error.providerMessage,
  };
}

/** Words by which vendors refuse a content (facts: recordInfo, failMsg is free text). */
const refusalWords =
  /nsfw|moderation|sensitive|policy|prohibited|safety|copyright|violat|inappropriate|flagged/i;
const busyWords = /busy|overload|try again later|capacity/i;
const timeoutWords = /timed? ?out/i;

/** Reads the free text of a failed task: content, load, time, or simply failed. */
export function failureOfTask(task: Pick<Task, 'failCode' | 'failMsg'>): Failure {
  return {
    ...failure(codeOfMessage(task.failMsg ?? '')),
    providerCode: task.failCode,
    providerMessage: task.failMsg,
  };
}

function codeOfMessage(message: string): FailureCode {
  if (refusalWords.test(message)) return 'content-refused';
  if (timeoutWords.test(message)) return 'timed-out';
  return busyWords.test(message) ? 'provider-busy' : 'task-failed';
}

export function failure(code: FailureCode): Failure {
  return { code, providerCode: null, providerMessage: null };
}
