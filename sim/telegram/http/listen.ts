import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BotApiServer } from '../server.ts';
import { serveBotApi, serveFile } from './bot-api-routes.ts';
import { servePage } from './page-routes.ts';
import { serveSim } from './sim-routes.ts';

/** Opens the port; answers the server and its root address. */
export async function listen(
  api: BotApiServer,
  host: string,
  port: number,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    route(api, request, response).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          ok: false,
          error_code: 500,
          description: `Internal Server Error: ${error.message}`,
        }),
      );
    });
  });
  // Node's five seconds close connections under a client that is about to use them again.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { server, url: `http://${host}:${address.port}` };
}

/** Ends everything at once, waiting polls and event streams too. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function route(api: BotApiServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sim');
  if (await serveBotApi(api, request, response, url)) return;
  if (await serveFile(api, response, url)) return;
  if (await serveSim(api, request, response, url)) return;
  if (await servePage(response, url.pathname)) return;
  response.writeHead(404, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: false, error_code: 404, description: 'Not Found' }));
}
