import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { badRequest } from '../api-error.ts';
import type { Params } from '../params.ts';

export interface WebhookSettings {
  url: string;
  secret: string;
  maxConnections: number;
  ip: string;
  hasCertificate: boolean;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const RESERVED = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\./;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_CERTIFICATE_BYTES = 3 * 1024 * 1024;

/** Reads and judges the parameters of setWebhook (facts: 1.4, "Errors"). */
export function readWebhookSettings(params: Params): WebhookSettings {
  const secret = params.text('secret_token');
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  const certificate = params.file('certificate');
  if (certificate && certificate.bytes.length > MAX_CERTIFICATE_BYTES) {
    throw badRequest(`certificate size is too big (${certificate.bytes.length} bytes)`);
  }
  const url = params.text('url');
  if (url !== '') checkAddress(url);
  return {
    url,
    secret,
    maxConnections: params.int('max_connections', 40, 1, 100),
    ip: params.text('ip_address'),
    hasCertificate: certificate !== undefined,
  };
}

/** As the server's local mode, loopback addresses may use plain http and any port. */
function checkAddress(text: string): void {
  if (!URL.canParse(text)) throw badRequest('invalid webhook URL specified');
  const url = new URL(text);
  if (LOOPBACK.test(url.hostname)) return;
  if (url.protocol !== 'https:') throw bad('An HTTPS URL must be provided for webhook');
  if (!['', '80', '88', '443', '8443'].includes(url.port)) {
    throw bad('Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (RESERVED.test(url.hostname)) throw bad(`IP address ${url.hostname} is reserved`);
  if (url.hostname.startsWith('[')) throw bad('IPv6-only addresses are not allowed');
}

/** Resolves the host and opens a connection, nothing more; answers the address found. */
export async function verifyAddress(text: string): Promise<string> {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const found = await lookup(host).catch(() => undefined);
  if (!found) throw bad(`Failed to resolve host: ${host}`);
  await opened(found.address, port);
  return found.address;
}

/** Resolves once the address took a connection, which is closed again at once. */
function opened(host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS });
  socket.once('connect', () => resolve());
  socket.once('timeout', () => reject(bad('Connection timed out')));
  socket.once('error', (error) => reject(bad(connectionProblem(error))));
  return promise.finally(() => socket.destroy());
}

/** What the server says when an address does not take a connection. */
export function connectionProblem(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'Connection refused';
  if (error.code === 'ENOTFOUND')
    return `Failed to resolve host: ${'hostname' in error ? error.hostname : ''}`;
  return 'Webhook connection closed';
}

function bad(reason: string): Error {
  // The reason keeps its capital letter: it stands behind a prefix of its own.
  return badRequest(`bad webhook: ${reason}`);
}
