import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../page/', import.meta.url);
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; font-src 'self'",
  "img-src 'self' blob: data:; media-src 'self' blob:; frame-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** The chat page: its files as they are, TypeScript without its types. True where the path was meant for it. */
export async function servePage(response: ServerResponse, path: string): Promise<boolean> {
  const name = path === '/' ? 'index.html' : /^\/page\/((?:[\w-]+\/)*[\w-]+\.\w+)$/.exec(path)?.[1];
  const extension = name?.split('.').at(-1) ?? '';
  const type = TYPES[extension];
  if (!name || !type || name.includes('.test.')) return false;
  const bytes = await readFile(fileURLToPath(new URL(name, FOLDER))).catch(() => undefined);
  if (!bytes) return false;
  const body = extension === 'ts' ? stripTypeScriptTypes(bytes.toString()) : bytes;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(body);
  return true;
}
