import type { Refusal } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { openSession, token } from './session.ts';

/** What the server did not do, with a sentence for the person. */
export class CallError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** False while the server cannot be reached. */
export const online = createStore(true);

/** Calls the API; a token that has ended is renewed once. @throws CallError, TypeError when the line is cut */
export async function call<T>(path: string, options: { body?: unknown; method?: string } = {}): Promise<T> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = options;
  const isBytes = body instanceof Blob;
  const request = {
    method,
    headers: isBytes || body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
  };
  return read<T>(await send(path, request));
}

/** As `call`, for answers that are read as they come. */
export async function send(path: string, request: RequestInit): Promise<Response> {
  const response = await attempt(path, request);
  if (response.status !== 401) return response;
  await openSession();
  return attempt(path, request);
}

async function attempt(path: string, request: RequestInit): Promise<Response> {
  try {
    const headers = { ...request.headers, authorization: `Bearer ${token()}` };
    const response = await fetch(`/app/api${path}`, { ...request, headers });
    online.set(true);
    return response;
  } catch (error) {
    if (!request.signal?.aborted) online.set(false);
    throw error;
  }
}

export async function read<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw new CallError((answer as Refusal | null) ?? { error: String(response.status), message: '' });
}
