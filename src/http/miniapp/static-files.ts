import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';

interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
  type: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The built pages under /app, read once; every other address there is the one page, which finds its way itself. */
export function staticFiles(folder: string): Hono {
  let files: Map<string, StaticFile> | undefined;
  const app = new Hono();
  app.get('/app/*', (context) => {
    files ??= readAll(folder);
    const name = context.req.path.slice('/app/'.length);
    const isAsset = name.startsWith('assets/');
    const file = files.get(name) ?? (isAsset ? undefined : files.get('index.html'));
    if (!file) return context.json({ error: 'not-found' }, 404);
    const zipped = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    return context.body(zipped ? file.gzipped : file.bytes, 200, {
      'content-type': file.type,
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    });
  });
  return app;
}

function readAll(folder: string): Map<string, StaticFile> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    found
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const bytes = new Uint8Array(readFileSync(path));
        const name = path.slice(folder.length + 1).replaceAll(sep, '/');
        const type = types[extname(entry.name)] ?? 'application/octet-stream';
        return [name, { bytes, gzipped: new Uint8Array(gzipSync(bytes, { level: 9 })), type }];
      }),
  );
}
