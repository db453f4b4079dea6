/** kie.ai's envelope and its recorded sentences (facts: createTask errors, recordInfo, catalogue). */

export interface Envelope {
  readonly code: number;
  readonly msg: string;
  readonly data?: unknown;
}

/** Sentences as recorded, word for word. */
export const SAYS = {
  success: 'success',
  unauthorized:
    'Unauthorized – Authentication failed. Please check that your Authorization and Content-Type headers are correctly set.',
  noCredits:
    'Credits insufficient : Your current balance isn’t enough to run this request. Please top up to continue.',
  unknownModel:
    'The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.',
  paused: 'This interface is temporarily paused',
  tooFrequent: 'Your call frequency is too high. Please try again later.',
  recordNull: 'recordInfo is null',
  taskIdRequired: 'taskId parameter is required',
  wrongUrl: 'url is wrong',
  internal: 'internal error, please try again later.',
} as const;

export function ok(data: unknown): Envelope {
  return { code: 200, msg: SAYS.success, data };
}

/** A refusal; 401 carries no `data` key, all others carry `data: null`. */
export function refusal(code: number, msg: string): Envelope {
  return code === 401 ? { code, msg } : { code, msg, data: null };
}

/**
 * What is said for a code when a scenario names none.
 * @NOTE The texts of 433, 455 and 505 are unknown; these only name the meaning.
 */
export function sentenceFor(code: number): string {
  return DEFAULT_SENTENCE[code] ?? SAYS.internal;
}

const DEFAULT_SENTENCE: Readonly<Record<number, string>> = {
  401: SAYS.unauthorized,
  402: SAYS.noCredits,
  404: 'Not found',
  422: SAYS.unknownModel,
  429: SAYS.tooFrequent,
  433: 'Sub-key usage limit exceeded',
  455: 'Service is under maintenance',
  501: 'Generation Failed',
  505: 'Feature disabled',
};

/** The body of an unknown path, sent with HTTP 404. */
export function springNotFound(path: string, now: number) {
  return { timestamp: now, status: 404, error: 'Not Found', message: 'No message available', path };
}
