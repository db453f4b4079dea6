import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault } from '../faults.ts';
import type { BotApiServer } from '../server.ts';
import { servePeople } from './people-routes.ts';
import { readBody } from './read-body.ts';

/** The side door under /sim: people, faults, journal, files. Failures answer 400 with `{ error }`. */
export async function serveSim(
  server: BotApiServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (!url.pathname.startsWith('/sim/')) return false;
  const result = await route(server, request, response, url).catch((error: Error) => {
    answer(response, 400, { error: error.message });
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
  if (room === 'people') return servePeople(bot, request, response, rest.join('/'));
  if (room === 'files') return sendFile(bot.files.byId(decodeURIComponent(rest[0] ?? '')), response);
  if (room === 'journal') return journalSince(server, Number(url.searchParams.get('from') ?? 0));
  if (room === 'faults') return serveFaults(server, request);
  throw new Error(`there is nothing at ${url.pathname}`);
}

/** The bot named by `?bot=username`, or the first. */
function pickBot(server: BotApiServer, url: URL) {
  const name = url.searchParams.get('bot');
  const bot = name ? server.bots.find((it) => it.user.username === name) : server.bots[0];
  if (!bot) throw new Error(`no bot ${name ?? ''}`);
  return bot;
}

function journalSince(server: BotApiServer, from: number) {
  return server.journal.entries.slice(from);
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

function sendFile(file: { bytes: Buffer; type: string } | undefined, response: ServerResponse): undefined {
  if (!file) throw new Error('no such file');
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.length,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
  return undefined;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
