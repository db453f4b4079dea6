import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KieSim } from './options.ts';

/** A plain caller of a simulator, for tests: fetch with the default key; answers are parsed JSON of any shape. */
export function callerOf(sim: KieSim, key = 'sim-key') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const send = async (path: string, init: RequestInit = {}) =>
    JSON.parse(await (await fetch(sim.url + path, { headers, ...init })).text());
  const get = (path: string) => send(path);
  const post = (path: string, body: unknown) => send(path, { method: 'POST', body: JSON.stringify(body) });
  const create = (model: string, input: object, callBackUrl?: string) =>
    post('/api/v1/jobs/createTask', { model, input, ...(callBackUrl ? { callBackUrl } : {}) });
  const record = (taskId: string) => get(`/api/v1/jobs/recordInfo?taskId=${taskId}`);
  return { headers, get, post, create, record };
}

export const PICTURE_MODEL = 'z-image';
export const PICTURE = { prompt: 'a red fox', aspect_ratio: '1:1' } as const;

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: { code: number; msg: string; data: Record<string, unknown> };
}

/** A receiver of callbacks that answers `status(n)` to the n-th. */
export async function callbackReceiver(status: (nth: number) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status(received.length)).end('{"code":200,"msg":"success"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callback`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
