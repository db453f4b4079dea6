import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { pickLocale, type Translator } from '#i18n';
import type { Logger } from '#platform';

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

export interface PagesSlice {
  translator: Translator;
  log: Logger;
  /** The folder with the built pages. */
  config: { folder: string; defaultLocale: string };
}

/** The built pages under `base` (`/app`), read once; every other address there is the one page, which finds its way itself. */
export function staticFiles(base: string, parts: PagesSlice): Hono {
  let files: Map<string, StaticFile> | undefined;
  const app = new Hono();
  app.get(`${base}/*`, (context) => {
    files ??= readAll(parts.config.folder);
    if (files === undefined) return notBuilt(parts, context);
    const name = context.req.path.slice(base.length + 1);
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

/** A sentence for the person, in their browser's language; what to do about it is for the log. */
function notBuilt({ config, translator, log }: PagesSlice, context: Context): Response {
  log.warn({ folder: config.folder }, 'A page is asked for and not built: npm run build:web');
  const wanted = context.req.header('accept-language')?.split(/[,;]/)[0];
  const locale = pickLocale(translator.locales, wanted, config.defaultLocale);
  const sentence = translator.t(locale, 'miniapp-not-built');
  context.header('retry-after', '60');
  return context.html(
    `<!doctype html><html lang="${locale}"><meta name="viewport" content="width=device-width"><title>Kiegram</title><p>${sentence}</p></html>`,
    503,
  );
}

/** Undefined while nothing is built. */
function readAll(folder: string): Map<string, StaticFile> | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
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
