/**
 * The error ladder. Everything this library throws because of kie.ai, the network or the answer is a `KieError` of
 * the class that names the cause, with the evidence on it. Outside of the family stay mistakes in calling the
 * library (`TypeError`) and failures of the caller's own files, streams and callbacks, which pass through as they are.
 */
import type { Task } from './types.ts';

export const KIE_ERROR_CODES = [
  'unauthorized',
  'out-of-credits',
  'rate-limited',
  'invalid-input',
  'unknown-model',
  'not-found',
  'task-not-found',
  'sub-key-limit',
  'maintenance',
  'feature-disabled',
  'paused',
  'rejected',
  'blocked',
  'server',
  'broken-answer',
  'network',
  'timeout',
  'aborted',
  'uncertain',
  'task-failed',
  'task-timeout',
  'unknown-state',
  'callback-rejected',
  'download-forbidden',
  'download-too-large',
  'download-timeout',
  'download-gone',
  'download-failed',
] as const;
export type KieErrorCode = (typeof KIE_ERROR_CODES)[number];

/** What is known about the request that went wrong. Never holds the key, a query or a request body. */
export interface Evidence {
  method?: string | null;
  path?: string | null;
  /** HTTP status, when an answer began to arrive. */
  status?: number | null;
  /** `code` of the envelope, when there was one. */
  envelopeCode?: number | null;
  /** `msg` of the envelope, verbatim. */
  providerMessage?: string | null;
  /** What the server asked to wait (Retry-After), in ms. */
  retryAfterMs?: number | null;
  cause?: unknown;
}

/** Base of the family. `certainlyRefused`: the request surely had no effect; for createTask: nothing was bought. */
export class KieError extends Error {
  readonly code: KieErrorCode;
  readonly certainlyRefused: boolean;
  readonly method: string | null;
  readonly path: string | null;
  readonly status: number | null;
  readonly envelopeCode: number | null;
  readonly providerMessage: string | null;
  readonly retryAfterMs: number | null;

  constructor(code: KieErrorCode, summary: string, evidence: Evidence = {}, certainlyRefused = false) {
    super(describe(summary, evidence), evidence.cause === undefined ? {} : { cause: evidence.cause });
    this.name = new.target.name;
    this.code = code;
    this.certainlyRefused = certainlyRefused;
    this.method = evidence.method ?? null;
    this.path = evidence.path ?? null;
    this.status = evidence.status ?? null;
    this.envelopeCode = evidence.envelopeCode ?? null;
    this.providerMessage = evidence.providerMessage ?? null;
    this.retryAfterMs = evidence.retryAfterMs ?? null;
  }

  /** The evidence again, for an error made from this one. */
  get evidence(): Evidence {
    const { method, path, status, envelopeCode, providerMessage, retryAfterMs } = this;
    return { method, path, status, envelopeCode, providerMessage, retryAfterMs };
  }
}

function describe(
  summary: string,
  { method, path, status, envelopeCode, providerMessage }: Evidence,
): string {
  const facts = [
    method && path ? `${method} ${path}` : '',
    status == null ? '' : `HTTP ${status}`,
    envelopeCode == null ? '' : `code ${envelopeCode}`,
    providerMessage ? `"${providerMessage}"` : '',
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? summary : `${summary} (${facts.join(', ')})`;
}

// === kie.ai said no. All of these are certain: the request had no effect.

/** 401, or 403 from kie.ai itself: the key is missing, wrong or without rights. */
export class UnauthorizedError extends KieError {
  constructor(evidence: Evidence) {
    super('unauthorized', 'kie.ai does not accept the API key', evidence, true);
  }
}

/** 402, or the same sentence under another code: the account's balance is too low. */
export class OutOfCreditsError extends KieError {
  constructor(evidence: Evidence) {
    super('out-of-credits', 'The kie.ai account has too few credits', evidence, true);
  }
}

/** 429. kie.ai does not queue such requests. */
export class RateLimitedError extends KieError {
  constructor(evidence: Evidence) {
    super('rate-limited', 'kie.ai asks to send fewer requests', evidence, true);
  }
}

/** 400, 413, 422, or 500 with the sentence of a parameter check; also found by this library before sending. */
export class InvalidInputError extends KieError {
  constructor(evidence: Evidence, summary = 'kie.ai does not accept the input') {
    super('invalid-input', summary, evidence, true);
  }
}

export class UnknownModelError extends KieError {
  constructor(evidence: Evidence) {
    super('unknown-model', 'kie.ai does not know the model', evidence, true);
  }
}

export class NotFoundError extends KieError {
  constructor(evidence: Evidence) {
    super('not-found', 'kie.ai does not know this address', evidence, true);
  }
}

/** "recordInfo is null": an unknown task id, or a task younger than about 90 s that is not visible yet. */
export class TaskNotFoundError extends KieError {
  readonly taskId: string;
  constructor(taskId: string, evidence: Evidence) {
    super('task-not-found', `kie.ai does not know the task ${taskId}`, evidence, true);
    this.taskId = taskId;
  }
}

/** 433: the hourly, daily or total cap of this key is used up. */
export class SubKeyLimitError extends KieError {
  constructor(evidence: Evidence) {
    super('sub-key-limit', 'The usage limit of this kie.ai key is reached', evidence, true);
  }
}

/** 455. */
export class MaintenanceError extends KieError {
  constructor(evidence: Evidence) {
    super('maintenance', 'kie.ai is under maintenance', evidence, true);
  }
}

/** 505. */
export class FeatureDisabledError extends KieError {
  constructor(evidence: Evidence) {
    super('feature-disabled', 'kie.ai has switched this feature off', evidence, true);
  }
}

/** 500 "This interface is temporarily paused": the model is switched off. */
export class PausedError extends KieError {
  constructor(evidence: Evidence) {
    super('paused', 'kie.ai has paused this model', evidence, true);
  }
}

/** Any other 4xx. */
export class RejectedError extends KieError {
  constructor(evidence: Evidence) {
    super('rejected', 'kie.ai refused the request', evidence, true);
  }
}

/** HTTP 403 "error code: 1010" and its like: the edge in front of kie.ai turned the request away. */
export class BlockedError extends KieError {
  constructor(evidence: Evidence) {
    super('blocked', 'The firewall in front of kie.ai blocked the request', evidence, true);
  }
}

// === Nobody knows. The request may have had its effect.

/** A 5xx or 408 without a known refusal in its text. */
export class ServerError extends KieError {
  constructor(evidence: Evidence) {
    super('server', 'kie.ai failed', evidence);
  }
}

/** How an answer was unreadable. `cut`: the connection ended inside the body. */
export type BrokenKind = 'html' | 'not-json' | 'cut' | 'redirect' | 'shape';

/** An answer that is not the documented JSON. `excerpt` holds its first characters, or the shape of its data. */
export class BrokenAnswerError extends KieError {
  readonly kind: BrokenKind;
  readonly excerpt: string;
  constructor(kind: BrokenKind, excerpt: string, evidence: Evidence) {
    super('broken-answer', `The answer of kie.ai is unreadable: ${kind}`, evidence);
    this.kind = kind;
    this.excerpt = excerpt;
  }
}

/** No connection, or it broke. `sent: false`: the request surely never left (refused connection, unknown host). */
export class NetworkError extends KieError {
  readonly sent: boolean;
  constructor(sent: boolean, evidence: Evidence) {
    super('network', sent ? 'The connection to kie.ai broke' : 'kie.ai cannot be reached', evidence, !sent);
    this.sent = sent;
  }
}

/** No complete answer within `timeoutMs`. */
export class RequestTimeoutError extends KieError {
  readonly timeoutMs: number;
  constructor(timeoutMs: number, evidence: Evidence) {
    super('timeout', `kie.ai did not answer within ${timeoutMs} ms`, evidence);
    this.timeoutMs = timeoutMs;
  }
}

/** Given up by the caller's signal (its reason is the `cause`). `sent: false`: before anything was sent. */
export class AbortedError extends KieError {
  readonly sent: boolean;
  constructor(sent: boolean, evidence: Evidence) {
    super('aborted', 'The request was given up', evidence, !sent);
    this.sent = sent;
  }
}

/**
 * createTask without a certain outcome: the task may exist and be billed. Never send it again; a callback or the
 * account's log resolves it. The `cause` says what happened: timeout, server, broken-answer, network or aborted.
 */
export class UncertainError extends KieError {
  readonly reason: KieErrorCode;
  constructor(cause: KieError) {
    super('uncertain', 'The task may or may not have been created', { ...cause.evidence, cause });
    this.reason = cause.code;
  }
}

// === The task itself

/** The task ended in `fail`. kie.ai does not bill it. */
export class TaskFailedError extends KieError {
  readonly task: Task;
  readonly taskId: string;
  readonly failCode: string | null;
  readonly failMsg: string | null;
  constructor(task: Task) {
    const why = [task.failCode, task.failMsg].filter((part) => part !== null).join(': ');
    super('task-failed', `Task ${task.taskId} failed${why === '' ? '' : `: ${why}`}`);
    this.task = task;
    this.taskId = task.taskId;
    this.failCode = task.failCode;
    this.failMsg = task.failMsg;
  }
}

/** The wait is over, the task goes on: wait again with the same `taskId`, here or in another process. */
export class TaskTimeoutError extends KieError {
  readonly taskId: string;
  readonly waitedMs: number;
  /** The last thing seen of the task, if it was seen at all. */
  readonly task: Task | null;
  constructor(taskId: string, waitedMs: number, task: Task | null, cause?: unknown) {
    super('task-timeout', `Task ${taskId} has not finished after ${Math.round(waitedMs / 1000)} s`, {
      cause,
    });
    this.taskId = taskId;
    this.waitedMs = waitedMs;
    this.task = task;
  }
}

/** A state this library does not know, with its text: neither success nor failure may be concluded from it. */
export class UnknownStateError extends KieError {
  readonly taskId: string;
  readonly state: string;
  readonly raw: unknown;
  constructor(taskId: string, state: string, raw: unknown) {
    super('unknown-state', `Task ${taskId} is in the unknown state "${state}"`);
    this.taskId = taskId;
    this.state = state;
    this.raw = raw;
  }
}

// === Callbacks and downloads

export type CallbackRejection = 'unreadable' | 'no-task-id' | 'unsigned' | 'stale' | 'forged';

/** A callback that must not be believed. */
export class CallbackError extends KieError {
  readonly reason: CallbackRejection;
  constructor(reason: CallbackRejection, summary: string) {
    super('callback-rejected', summary);
    this.reason = reason;
  }
}

export type DownloadErrorCode = Extract<KieErrorCode, `download-${string}`>;

/** A file that could not or must not be fetched. `gone`: 403, 404 or 410, the link has probably expired. */
export class DownloadError extends KieError {
  declare readonly code: DownloadErrorCode;
  constructor(code: DownloadErrorCode, summary: string, evidence: Evidence = {}) {
    super(code, summary, evidence);
  }
}

/** Whether trying the same harmless request again may help. */
export function isTransient(error: unknown): error is KieError {
  const transient: KieErrorCode[] = [
    'rate-limited',
    'maintenance',
    'server',
    'broken-answer',
    'network',
    'timeout',
  ];
  return error instanceof KieError && transient.includes(error.code);
}
