/** One way to kie.ai: headers, time limit, attempts, hooks. Knows no endpoint. */
import type { Clock } from './clock.ts';
import { startDeadline } from './deadline.ts';
import { AbortedError, BrokenAnswerError, KieError, NetworkError, RequestTimeoutError } from './errors.ts';
import { type RetryPolicy, readRetryAfter, retryDelay } from './retry.ts';
import type { CallOptions } from './types.ts';
import { type Answer, type Envelope, errorForEnvelope, errorWithoutEnvelope, readEnvelope } from './wire.ts';

/** Where a request went; `attempt` counts from 1. Neither key, query nor body is ever shown to a hook. */
export interface RequestInfo {
  method: string;
  path: string;
  attempt: number;
}

/** Called beside the work; an error thrown by a hook becomes a process warning and changes nothing. */
export interface KieHooks {
  onRequest?(info: RequestInfo): void;
  onResponse?(info: RequestInfo & { status: number; envelopeCode: number | null; durationMs: number }): void;
  onRetry?(info: RequestInfo & { delayMs: number; error: KieError }): void;
}

export interface RequestConfig {
  apiKey: string;
  userAgent: string;
  timeoutMs: number;
  retries: number;
  fetch: typeof fetch;
  clock: Clock;
  hooks: KieHooks;
}

export interface Call extends CallOptions {
  method: 'GET' | 'POST';
  /** Origin and prefix without a trailing slash. */
  base: string;
  path: string;
  query?: URLSearchParams;
  json?: unknown;
  form?: FormData;
  /** `read` unless told otherwise. */
  policy?: RetryPolicy;
  /** Envelope codes that are an answer, not an error; 200 always is. */
  accept?: readonly number[];
  /** Awaited before every attempt. */
  turn?: (signal?: AbortSignal) => Promise<void> | undefined;
}

/** Sends a call and resolves to its envelope, or rejects with the `KieError` of the cause. */
export type Requester = (call: Call) => Promise<Envelope>;

export function createRequester(config: RequestConfig): Requester {
  return async function request(call) {
    const retries = call.retries ?? config.retries;
    for (let retried = 0; ; retried += 1) {
      const info = { method: call.method, path: call.path, attempt: retried + 1 };
      const outcome = await attempt(config, call, info);
      if (!(outcome instanceof KieError)) return outcome;
      const policy = call.policy ?? 'read';
      const delayMs = retryDelay({ policy, error: outcome, retried, retries, random: Math.random() });
      if (delayMs === null) throw outcome;
      tell(() => config.hooks.onRetry?.({ ...info, delayMs, error: outcome }));
      await beforeSending(call, () => config.clock.sleep(delayMs, call.signal));
    }
  };
}

async function attempt(config: RequestConfig, call: Call, info: RequestInfo): Promise<Envelope | KieError> {
  await beforeSending(call, async () => {
    call.signal?.throwIfAborted();
    await call.turn?.(call.signal);
  });
  tell(() => config.hooks.onRequest?.(info));
  const sentAt = config.clock.now();
  const answer = await exchange(config, call);
  if (answer instanceof KieError) return answer;
  const envelope = readEnvelope(answer);
  const { status } = answer;
  const durationMs = config.clock.now() - sentAt;
  tell(() =>
    config.hooks.onResponse?.({ ...info, status, envelopeCode: envelope?.code ?? null, durationMs }),
  );
  const redact = (text: string) => text.replaceAll(config.apiKey, '***');
  if (envelope === null) return errorWithoutEnvelope(answer, where(call), redact);
  const answered = envelope.code === 200 || call.accept?.includes(envelope.code);
  return answered ? envelope : errorForEnvelope(envelope, answer, where(call), redact);
}

/** The HTTP exchange: a complete answer, or the error that says how far it came. */
async function exchange(config: RequestConfig, call: Call): Promise<Answer | KieError> {
  const timeoutMs = call.timeoutMs ?? config.timeoutMs;
  const deadline = startDeadline(timeoutMs, call.signal);
  let status: number | null = null;
  try {
    const response = await config.fetch(address(call), { ...payload(config, call), signal: deadline.signal });
    status = response.status;
    const text = await response.text();
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), Date.now());
    return { status, text, retryAfterMs };
  } catch (cause) {
    const evidence = { ...where(call), status, cause };
    if (call.signal?.aborted) return new AbortedError(true, { ...evidence, cause: call.signal.reason });
    if (deadline.timedOut()) return new RequestTimeoutError(timeoutMs, evidence);
    if (status !== null) return new BrokenAnswerError('cut', '', evidence);
    return new NetworkError(!neverLeft(cause), evidence);
  } finally {
    deadline.end();
  }
}

function payload(config: RequestConfig, call: Call): RequestInit {
  const headers = new Headers({
    accept: 'application/json',
    authorization: `Bearer ${config.apiKey}`,
    'user-agent': config.userAgent,
  });
  const init: RequestInit = { method: call.method, headers, redirect: 'manual' };
  if (call.form) return { ...init, body: call.form };
  if (call.json === undefined) return init;
  headers.set('content-type', 'application/json;charset=UTF-8');
  return { ...init, body: JSON.stringify(call.json) };
}

function address({ base, path, query }: Call): string {
  return query ? `${base}${path}?${query}` : `${base}${path}`;
}

function where({ method, path }: Call) {
  return { method, path };
}

/** Runs a step that precedes sending; whatever ends it, nothing was sent. */
async function beforeSending(call: Call, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (cause) {
    throw new AbortedError(false, {
      ...where(call),
      cause: call.signal?.aborted ? call.signal.reason : cause,
    });
  }
}

/** True when the failure belongs to name resolution or to opening the connection, before the first byte. */
function neverLeft(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    seen.add(at);
    if (failedToConnect(at)) return true;
    if (at instanceof AggregateError && at.errors.length > 0) return at.errors.every(failedToConnect);
  }
  return false;
}

function failedToConnect(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  return code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ECONNREFUSED' || code === 'ENOTFOUND';
}

function tell(hook: () => void): void {
  try {
    hook();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
