import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { InlineConfig } from 'vite';
import { phrases } from './phrases.ts';

/** How Vite builds the Mini App. Nothing is inlined: the policy of the pages allows no inline script or data. */
export function settings(root: string): InlineConfig {
  return {
    root: join(root, 'web'),
    base: '/app/',
    configFile: false,
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), phrases(join(root, 'locales'))],
    build: {
      outDir: join(root, 'dist/miniapp'),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}
