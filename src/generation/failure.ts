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
