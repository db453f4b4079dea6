import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the scripted server answers to one call. `hang`: never; `drop`: the connection breaks. */
export type Answer =
  | { result: unknown }
  | { error: number; description: string; retryAfter?: number }
  | 'hang'
  | 'drop';

export interface Call {
  method: string;
  params: Record<string, unknown>;
}

export interface ScriptedBotApi extends AsyncDisposable {
  apiRoot: string;
  calls: Call[];
  /** The answers to a method, one after the other; the last one stays. */
  answer(method: string, ...answers: (Answer | ((call: Call) => Answer | Promise<Answer>))[]): void;
  /** Resolves when the method was called `count` times in all. */
  called(method: string, count: number): Promise<void>;
}

/**
 * A real HTTP server that speaks the Bot API's envelope and answers what a test tells it to: for
 * failures in an exact order. The behaviour of Telegram itself is the simulator's business.
 */
export async function scriptedBotApi(): Promise<ScriptedBotApi> {
  const calls: Call[] = [];
  const scripts = new Map<string, (Answer | ((call: Call) => Answer | Promise<Answer>))[]>();
  const watchers = new Set<() => void>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = {
      method: request.url?.split('/').at(-1)?.split('?')[0] ?? '',
      params: await readParams(request),
    };
    calls.push(call);
    for (const watcher of watchers) watcher();
    const script = scripts.get(call.method) ?? [];
    const step = (script.length > 1 ? script.shift() : script[0]) ?? { result: true };
    write(response, typeof step === 'function' ? await step(call) : step);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    answer: (method, ...answers) => void scripts.set(method, answers),
    called: (method, count) =>
      new Promise((resolve) => {
        const look = () => {
          if (calls.filter((call) => call.method === method).length < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readParams(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  return request.headers['content-type']?.includes('json') ? JSON.parse(body) : { multipart: body };
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'drop') {
    response.socket?.destroy();
    return;
  }
  const ok = 'result' in answer;
  response.writeHead(ok ? 200 : answer.error, { 'content-type': 'application/json' });
  const parameters =
    !ok && answer.retryAfter !== undefined ? { parameters: { retry_after: answer.retryAfter } } : {};
  const { description, error } = ok ? { description: undefined, error: undefined } : answer;
  response.end(
    JSON.stringify(
      ok ? { ok, result: answer.result } : { ok, error_code: error, description, ...parameters },
    ),
  );
}
