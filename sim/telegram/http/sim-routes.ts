import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault } from '../faults.ts';
import type { BotApiServer } from '../server.ts';
import { serveGroups } from './group-routes.ts';
import { NothingHere } from './nothing-here.ts';
import { servePeople } from './people-routes.ts';
import { readBody } from './read-body.ts';
import { sendBytes } from './send-bytes.ts';

/** The side door under /sim: people, faults, journal, files. Failures answer `{ error }` with 400, or 404 where nothing is. */
export async function serveSim(
  server: BotApiServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (!url.pathname.startsWith('/sim/')) return false;
  const result = await route(server, request, response, url).catch((error: Error) => {
    answer(response, error instanceof NothingHere ? 404 : 400, { error: error.message });
    return undefined;
  });
  if (result !== undefined) answer(response, 200, result);
  return true;
}

async function route(
  server: BotApiServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<unknown> {
  const bot = pickBot(server, url);
  const [, , room = '', ...rest] = url.pathname.split('/');
  if (room === 'bot') return bot.view(0, url.searchParams.get('language') ?? '');
  if (room === 'groups') return serveGroups(bot, request);
  if (room === 'people') return servePeople(bot, request, response, { path: rest.join('/'), url });
  if (room === 'files') return sendFile(bot.files.byId(decodeURIComponent(rest[0] ?? '')), request, response);
  if (room === 'journal') return server.journal.since(Number(url.searchParams.get('since') ?? 0));
  if (room === 'faults') return serveFaults(server, request);
  throw new NothingHere(`there is nothing at ${url.pathname}`);
}

/** The bot named by `?bot=username`, or the first. */
function pickBot(server: BotApiServer, url: URL) {
  const name = url.searchParams.get('bot');
  const bot = name ? server.bots.find((it) => it.user.username === name) : server.bots[0];
  if (!bot) throw new Error(`no bot ${name ?? ''}`);
  return bot;
}

async function serveFaults(server: BotApiServer, request: IncomingMessage) {
  if (request.method === 'DELETE') server.faults.clear();
  if (request.method === 'POST') {
    const { values } = await readBody(request);
    const fault: unknown = Object.fromEntries([...values].map(([name, text]) => [name, numberOrText(text)]));
    if (!isFault(fault)) throw new Error('kind is missing or unknown');
    server.faults.add(fault);
  }
  return server.faults.list;
}

function numberOrText(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function sendFile(
  file: { bytes: Buffer; type: string } | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): undefined {
  if (!file) throw new NothingHere('no such file');
  sendBytes(request, response, file.bytes, {
    'content-type': file.type,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
  return undefined;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
