import type { Refusal } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { fetchTelling } from './sending.ts';
import { openSession, token } from './session.ts';

/** What the server did not do, with a sentence for the person. */
export class CallError extends Error {
  readonly refusal: Refusal;
  /** HTTP's; 0 for what the page refused by itself. */
  readonly status: number;
  /** The same call may come again after so long. */
  readonly retryAfterMs: number | undefined;
  constructor(refusal: Refusal, response?: Response) {
    super(refusal.message);
    this.refusal = refusal;
    this.status = response?.status ?? 0;
    const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
    this.retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
  }
}

/** Whether the server answers: at once, after a while, or not at all. */
export const line = createStore<'good' | 'slow' | 'cut'>('good');

/** An answer that takes longer is said to be slow. */
const patienceMs = 4000;

interface CallOptions {
  body?: unknown;
  method?: string;
  /** Told how much of the body has gone out, 0 to 1. */
  onSent?: (share: number) => void;
}

interface Request extends RequestInit {
  onSent?: CallOptions['onSent'];
}

/** Calls the API; a token that has ended is renewed once. @throws CallError, TypeError when the line is cut */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const { body, method = body === undefined ? 'GET' : 'POST', onSent } = options;
  const isBytes = body instanceof Blob;
  const request = {
    method,
    headers: isBytes || body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
    ...(onSent === undefined ? {} : { onSent }),
  };
  return read<T>(await send(path, request));
}

/** As `call`, for answers that are read as they come. */
export async function send(path: string, request: Request): Promise<Response> {
  const response = await attempt(path, request);
  if (response.status !== 401) return response;
  await openSession();
  return attempt(path, request);
}

async function attempt(path: string, request: Request): Promise<Response> {
  const headers = { ...request.headers, authorization: `Bearer ${await token()}` };
  return reach(path, { ...request, headers });
}

/** Asks the server without saying who asks, and notes how the line is. @throws TypeError when it is cut */
export async function reach(path: string, { onSent, ...request }: Request = {}): Promise<Response> {
  const slow = setTimeout(() => line.set((now) => (now === 'cut' ? now : 'slow')), patienceMs);
  try {
    const address = `/app/api${path}`;
    const response = await (onSent ? fetchTelling(address, request, onSent) : fetch(address, request));
    line.set('good');
    return response;
  } catch (error) {
    if (!request.signal?.aborted) line.set('cut');
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

export async function read<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw new CallError(
    (answer as Refusal | null) ?? { error: String(response.status), message: '' },
    response,
  );
}
