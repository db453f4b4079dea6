import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import type { BotApiServer, Outcome } from '../server.ts';
import { readParams } from './read-body.ts';

const NOT_FOUND = new ApiError(404, 'Not Found');

/** `/bot<token>/<method>`: answers as the Bot API does; true where the path was meant for it. */
export async function serveBotApi(
  server: BotApiServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const match = /^\/bot([^/]*)(?:\/(.*))?$/.exec(url.pathname);
  if (!match) return false;
  const [token, method] = [decoded(match[1] ?? ''), (match[2] ?? '').replace(/\/$/, '')];
  const outcome = await perform(server, request, url, token, method);
  answer(response, outcome);
  return true;
}

async function perform(
  server: BotApiServer,
  request: IncomingMessage,
  url: URL,
  token: string,
  named: string,
): Promise<Outcome> {
  try {
    if (request.method !== 'GET' && request.method !== 'POST') throw NOT_FOUND;
    const params = await readParams(request, url.searchParams);
    const method = named || params.text('method');
    if (method.includes('/')) throw NOT_FOUND;
    const bot = server.authorize(token);
    return await server.call(bot, method, params);
  } catch (error) {
    if (error instanceof ApiError) return { answer: 'failure', error };
    throw error;
  }
}

function answer(response: ServerResponse, outcome: Outcome): void {
  if (outcome.answer === 'hang') return;
  if (outcome.answer === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (outcome.answer === 'success') {
    const { result, description } = outcome;
    send(response, 200, { ok: true, result, ...(description ? { description } : {}) });
    return;
  }
  const { code, message, parameters } = outcome.error;
  const after = parameters?.retry_after;
  if (after !== undefined) response.setHeader('Retry-After', after);
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  send(response, code, body);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** `/file/bot<token>/<file_path>`: the bytes; true where the path was meant for it. */
export async function serveFile(server: BotApiServer, response: ServerResponse, url: URL): Promise<boolean> {
  const match = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (!match) return false;
  const bot = server.bots.find((known) => known.token === decoded(match[1] ?? ''));
  const file = bot?.files.byPath(match[2] ?? '');
  if (!file) {
    send(response, bot ? 404 : 401, {
      ok: false,
      error_code: bot ? 404 : 401,
      description: bot ? 'Not Found' : 'Unauthorized',
    });
    return true;
  }
  const bytes = (await bot?.files.read(file)) ?? file.bytes;
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.end(bytes);
  return true;
}

/** The text of a part of an address; what can not be decoded stays, and so matches nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
