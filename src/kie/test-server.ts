/** Support for this room's tests: a real HTTP server that answers as told, and a virtual clock. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { KieClient, type KieClientOptions } from './client.ts';
import type { Clock } from './clock.ts';

/** What a request looked like. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** `hang`: never answer. `cut`: end the connection inside the body. `drop`: end it before any answer. */
export interface Reply {
  status?: number;
  headers?: { [name: string]: string };
  body?: unknown;
  trouble?: 'hang' | 'cut' | 'drop';
}

export interface TestServer {
  url: string;
  host: string;
  seen: Seen[];
  /** Answers for a path, used in order; the last one stays. A function is asked anew each time. */
  on(path: string, ...replies: (Reply | ((seen: Seen) => Reply))[]): void;
}

export const KEY = 'test-key-0123456789';
export const TASK_ID = '9ee58f4dc4b2fac4c05722cca58a7a0d';
export const CREATE = '/api/v1/jobs/createTask';
export const RECORD = '/api/v1/jobs/recordInfo';

export async function startTestServer(t: TestContext): Promise<TestServer> {
  const routes = new Map<string, (Reply | ((seen: Seen) => Reply))[]>();
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks) };
    seen.push(one);
    const replies = routes.get(url.split('?')[0] ?? '') ?? [];
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {
      status: 404,
      body: 'no such path',
    };
    send(response, typeof reply === 'function' ? reply(one) : reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, seen, on: (path, ...replies) => routes.set(path, replies) };
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', trouble }: Reply): void {
  if (trouble === 'hang') return;
  if (trouble === 'drop') {
    response.destroy();
    return;
  }
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  if (trouble === 'cut') {
    response.writeHead(status, { 'content-length': String(bytes.length), ...headers });
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(bytes);
}

/** A client of the test server whose sleeping passes virtual time at once. */
export function clientOf(server: TestServer, options: Partial<KieClientOptions> = {}): KieClient {
  return new KieClient({
    apiKey: KEY,
    baseUrl: server.url,
    uploadBaseUrl: server.url,
    clock: virtualClock(),
    ...options,
  });
}

export interface VirtualClock extends Clock {
  slept: number[];
  set(now: number): void;
}

export function virtualClock(start = 1_777_539_190_339): VirtualClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    set: (value) => {
      now = value;
    },
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      await new Promise(setImmediate);
      now += ms;
    },
  };
}

/** The error of a promise that must reject. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`resolved to ${JSON.stringify(value)} instead of rejecting`);
    },
    (error: unknown) => error,
  );
}
