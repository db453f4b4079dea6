import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers of kie.ai's two task calls (facts: createTask, recordInfo), always the same and at once. */
export interface EnvelopeServer extends AsyncDisposable {
  url: string;
  host: string;
}

export const CREATE_PATH = '/api/v1/jobs/createTask';
export const RECORD_PATH = '/api/v1/jobs/recordInfo';

export interface EnvelopeServerOptions {
  /** Told the body of each createTask and the id that answered it, once the answer is out. */
  onCreated?: (body: { callBackUrl?: string }, taskId: string) => void;
}

/** The least a PNG can be: 1 × 1. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function startEnvelopeServer({
  onCreated,
}: EnvelopeServerOptions = {}): Promise<EnvelopeServer> {
  let created = 0;
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    if (request.method === 'POST') {
      const taskId = (++created).toString(16).padStart(32, '0');
      answer(response, { code: 200, msg: 'success', data: { taskId, recordId: taskId } });
      onCreated?.(JSON.parse(body), taskId);
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/result.png') response.setHeader('content-type', 'image/png').end(PNG);
    else answer(response, record(searchParams.get('taskId') ?? '', `http://${host}/result.png`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, envelope: object): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(envelope));
}

function record(taskId: string, url: string): object {
  const data = {
    taskId,
    model: '',
    state: 'success',
    param: '{"model":"","input":"{\\"prompt\\":\\"A fox\\"}"}',
    resultJson: JSON.stringify({ resultUrls: [url] }),
    failCode: null,
    failMsg: null,
    costTime: 188,
    completeTime: 1_777_539_378_146,
    createTime: 1_777_539_190_339,
    creditsConsumed: 4,
  };
  return { code: 200, msg: 'success', data };
}
