import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { InlineConfig } from 'vite';
import { localeOfPhrases, phrases } from './phrases.ts';

/** The pages we build, each by itself: what one of them needs never weighs on another. */
export const pages = {
  miniapp: { folder: 'web', base: '/app/', family: 'web-' },
  desk: { folder: 'web/desk', base: '/operator/', family: 'desk-' },
} as const;

/** The server finds the phrases of a language by the name of their file. */
function nameOf({ moduleIds }: { moduleIds: string[] }): string {
  const locale = moduleIds.map(localeOfPhrases).find((it) => it !== undefined);
  return locale === undefined ? 'assets/[name]-[hash].js' : `assets/phrases-${locale}-[hash].js`;
}

/** How Vite builds a page. Nothing is inlined: the policy of the pages allows no inline script or data. */
export function settings(root: string, page: keyof typeof pages): InlineConfig {
  const { folder, base, family } = pages[page];
  return {
    root: join(root, folder),
    base,
    configFile: false,
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      phrases(join(root, 'locales'), family),
    ],
    publicDir: join(root, 'web/public'),
    build: {
      outDir: join(root, 'dist', page),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { output: { chunkFileNames: nameOf } },
    },
  };
}
