import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { pickLocale, type Translator } from '#i18n';
import type { Logger } from '#platform';
import { type Packed, pack, unpack } from './packed.ts';

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

/**
 * The built pages under `base` (`/app`), read once; every other address there is the one page, which finds its way itself.
 * With the page goes word of what it is going to ask for in the reader's language: its phrases, and the address that
 * `firstCall` names. The browser fetches them beside the scripts instead of after them.
 */
export function staticFiles(base: string, parts: PagesSlice, firstCall?: (locale: string) => string): Hono {
  let files: Map<string, Packed> | undefined;
  const app = new Hono();

  function hints(context: Context, all: Map<string, Packed>): string {
    const locale = localeOf(context, parts);
    const phrases = [...all.keys()].find((name) => name.startsWith(`assets/phrases-${locale}-`));
    return [
      ...(phrases === undefined ? [] : [`<${base}/${phrases}>; rel=modulepreload`]),
      ...(firstCall === undefined ? [] : [`<${firstCall(locale)}>; rel=preload; as=fetch; crossorigin`]),
    ].join(', ');
  }

  app.get(`${base}/*`, (context) => {
    files ??= readAll(parts.config.folder);
    if (files === undefined) return notBuilt(parts, context);
    const name = context.req.path.slice(base.length + 1);
    const isAsset = name.startsWith('assets/');
    const file = files.get(name);
    if (file)
      return unpack(context, file, {
        'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    const page = isAsset ? undefined : files.get('index.html');
    if (!page) return context.json({ error: 'not-found' }, 404);
    return unpack(context, page, { 'cache-control': 'no-cache', link: hints(context, files) });
  });
  return app;
}

function localeOf(context: Context, { translator, config }: PagesSlice): string {
  const wanted = context.req.header('accept-language')?.split(/[,;]/)[0];
  return pickLocale(translator.locales, wanted, config.defaultLocale);
}

/** A sentence for the person, in their browser's language; what to do about it is for the log. */
function notBuilt(parts: PagesSlice, context: Context): Response {
  const { config, translator, log } = parts;
  log.warn({ folder: config.folder }, 'A page is asked for and not built: npm run build:web');
  const locale = localeOf(context, parts);
  const sentence = translator.t(locale, 'miniapp-not-built');
  context.header('retry-after', '60');
  return context.html(
    `<!doctype html><html lang="${locale}"><meta name="viewport" content="width=device-width"><title>Kiegram</title><p>${sentence}</p></html>`,
    503,
  );
}

/** Undefined while nothing is built. */
function readAll(folder: string): Map<string, Packed> | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    found
      .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1).replaceAll(sep, '/');
        const type = types[extname(entry.name)] ?? 'application/octet-stream';
        return [name, pack(new Uint8Array(readFileSync(path)), type)];
      }),
  );
}
