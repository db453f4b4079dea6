import type { Desk, Login, Refusal } from '../../src/http/operator/contract.ts';
import { createStore } from '../src/store.ts';

/** What the server did not do, in words for the operator. */
export class CallError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** False while the server cannot be reached or the session has ended. */
export const connected = createStore(true);

/** Whose desk this is. */
export const desk = createStore<Desk | null>(null);

/** Inside of Telegram, where cookies do not reach. */
let secret = '';

/** Calls the desk's API. @throws CallError, TypeError when the line is cut */
export async function call<T>(path: string, body?: object, method = body === undefined ? 'GET' : 'POST') {
  const response = await send(path, body, method);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw new CallError((answer as Refusal | null) ?? { error: String(response.status), message: '' });
}

async function send(path: string, body: object | undefined, method: string): Promise<Response> {
  const headers = {
    'x-desk': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(secret === '' ? {} : { authorization: `Bearer ${secret}` }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  try {
    const response = await fetch(`/operator/api${path}`, { method, headers, ...sent });
    connected.set(response.status !== 401);
    return response;
  } catch (error) {
    connected.set(false);
    throw error;
  }
}

/** Saves a table as a file. */
export async function download(path: string, name: string): Promise<void> {
  const response = await send(path, undefined, 'GET');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Opens the session: by what stands behind `#` in the address, else the one that is open. @throws CallError */
export async function sitDown(): Promise<Desk> {
  const given = location.hash.slice(1);
  const login = loginOf(given);
  if (login?.link !== undefined) history.replaceState(null, '', location.pathname);
  const opened = login === null ? await call<Desk>('/session') : await call<Desk>('/session', login);
  secret = opened.secret ?? '';
  desk.set(opened);
  return opened;
}

function loginOf(given: string): Login | null {
  const initData = new URLSearchParams(given).get('tgWebAppData');
  if (initData !== null) return { initData, launchKey: crypto.randomUUID() };
  return /^[\w-]{20,}$/.test(given) ? { link: given } : null;
}

export async function leave(): Promise<void> {
  await call('/session', undefined, 'DELETE');
  location.reload();
}
