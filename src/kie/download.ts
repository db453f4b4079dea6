/**
 * Fetching result files whose URLs come from outside: http(s) only, public addresses only, checked again at every
 * redirect, and the connection is pinned to the checked addresses, so that a second DNS answer cannot change them.
 */
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { type Address, type AddressRules, permittedAddresses } from './address.ts';
import { toNumber } from './coerce.ts';
import { abortable, type Deadline, startDeadline } from './deadline.ts';
import { AbortedError, DownloadError, KieError } from './errors.ts';

export interface DownloadOptions extends AddressRules {
  /** Default 200 MB. */
  maxBytes?: number | undefined;
  /** For the whole download, redirects included. Default 120 000. */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
  userAgent?: string | undefined;
}

export interface DownloadInfo {
  contentType: string | null;
  /** As announced by the server; null when it did not. */
  contentLength: number | null;
  /** Where the redirects ended. */
  url: string;
}

const MAX_REDIRECTS = 5;
const MAX_BYTES = 200_000_000;
const TIMEOUT_MS = 120_000;

/**
 * Opens a download. The stream fails with `DownloadError` (`download-too-large`, `download-timeout`,
 * `download-failed`) or `AbortedError`; opening also with `download-forbidden` and `download-gone`.
 * The key is never sent. An unread stream ends at the time limit.
 */
export async function openDownload(
  url: string,
  options: DownloadOptions = {},
): Promise<DownloadInfo & { stream: Readable }> {
  const { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, signal } = options;
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const { response, url: finalUrl } = await follow(url, options, deadline.signal);
    const contentLength = toNumber(response.headers['content-length']);
    if (contentLength !== null && contentLength > maxBytes) {
      response.destroy();
      throw tooLarge(maxBytes);
    }
    const stream = Readable.from(capped(response, maxBytes, deadline, signal), { objectMode: false });
    return { stream, contentType: response.headers['content-type'] ?? null, contentLength, url: finalUrl };
  } catch (error) {
    deadline.end();
    throw explain(error, deadline, signal);
  }
}

/** Downloads into memory. Errors as for `openDownload`. */
export async function download(
  url: string,
  options: DownloadOptions = {},
): Promise<DownloadInfo & { bytes: Buffer }> {
  const { stream, ...info } = await openDownload(url, options);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { ...info, bytes: Buffer.concat(chunks) };
}

async function follow(start: string, options: DownloadOptions, signal: AbortSignal) {
  let url = parseUrl(start);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const addresses = await abortable(permittedAddresses(url, options), signal);
    const response = await open(url, addresses, options.userAgent, signal);
    const { statusCode: status = 0, headers } = response;
    if (status >= 200 && status < 300) return { response, url: url.href };
    response.destroy();
    const redirected = [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
    if (!redirected) throw refused(status, url);
    url = parseUrl(headers.location ?? '', url);
  }
  throw new DownloadError('download-failed', `More than ${MAX_REDIRECTS} redirects`);
}

function open(
  url: URL,
  addresses: Address[],
  userAgent: string | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = {
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(userAgent && { 'user-agent': userAgent }),
  };
  const options = { headers, signal, agent: false as const, lookup: pinned(addresses) };
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? httpsGet : httpGet;
    const request = get(url, options, (response) => {
      response.once('error', reject);
      resolve(response);
    });
    request.on('error', reject);
  });
}

/** A resolver that only knows the addresses already checked. */
function pinned(addresses: Address[]): LookupFunction {
  return (hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) return callback(null, addresses);
    if (first) return callback(null, first.address, first.family);
    return callback(new Error(`${hostname} has no address`), '');
  };
}

async function* capped(
  response: IncomingMessage,
  maxBytes: number,
  deadline: Deadline,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of response) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw explain(error, deadline, signal);
  } finally {
    deadline.end();
    response.destroy();
  }
}

function explain(error: unknown, deadline: Deadline, signal: AbortSignal | undefined): KieError {
  if (error instanceof KieError) return error;
  if (signal?.aborted) return new AbortedError(true, { cause: signal.reason });
  if (deadline.timedOut()) {
    return new DownloadError('download-timeout', 'The download took too long', { cause: error });
  }
  return new DownloadError('download-failed', 'The download broke off', { cause: error });
}

function refused(status: number, url: URL): DownloadError {
  const evidence = { method: 'GET', path: url.origin, status };
  if ([403, 404, 410].includes(status)) {
    return new DownloadError('download-gone', 'The file is not there any more', evidence);
  }
  return new DownloadError('download-failed', 'The file server refused', evidence);
}

function tooLarge(maxBytes: number): DownloadError {
  return new DownloadError('download-too-large', `The file is larger than ${maxBytes} bytes`);
}

function parseUrl(text: string, base?: URL): URL {
  try {
    return new URL(text, base);
  } catch (cause) {
    throw new DownloadError('download-forbidden', 'The address of the file is not a URL', { cause });
  }
}
