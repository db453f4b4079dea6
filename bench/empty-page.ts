import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { Hono } from 'hono';
import { build } from 'vite';
import { listen, staticFiles } from '#http';
import { createTranslator } from '#i18n';
import { silentLog } from '../test/kit/index.ts';

export interface EmptyPage extends AsyncDisposable {
  url: string;
}

const html =
  '<!doctype html><html lang="en"><body><div id="app"></div><script type="module" src="/main.jsx"></script></body></html>';
const code =
  "import { render } from 'preact'; render(<p class=\"wish\">Hello</p>, document.getElementById('app'));";

/** A Preact page that says hello, built and served as the Mini App is: what any such page costs. */
export async function serveEmptyPage(): Promise<EmptyPage> {
  const root = join(import.meta.dirname, '..');
  const folder = await mkdtemp(join(tmpdir(), 'empty-page-'));
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(join(folder, 'main.jsx'), code);
  const built = join(folder, 'built');
  await build({
    root: folder,
    base: '/app/',
    configFile: false,
    logLevel: 'error',
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    resolve: { alias: { preact: join(root, 'node_modules/preact') } },
    build: { outDir: built, target: 'es2022', modulePreload: { polyfill: false } },
  });
  const parts = { translator: createTranslator(join(root, 'locales')), log: silentLog };
  const pages = staticFiles('/app', { ...parts, config: { folder: built, defaultLocale: 'en' } });
  const server = await listen(new Hono().route('/', pages), { port: 0, host: '127.0.0.1' });
  return {
    url: `${server.url}/app/`,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
