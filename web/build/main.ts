/** `npm run build:web`: builds the Mini App into dist/miniapp and the operator's desk into dist/desk. With `--if-stale` only when a source is newer. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const built = join(root, 'dist/desk/index.html');

if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);
const vite = await import('vite').catch(() => undefined);
if (vite) {
  const { settings } = await import('./settings.ts');
  const logLevel = process.argv.includes('--if-stale') ? 'warn' : 'info';
  // The desk comes last: once it is there, all is.
  for (const page of ['miniapp', 'desk'] as const) await vite.build({ ...settings(root, page), logLevel });
} else if (!existsSync(built)) {
  console.warn('Vite is not installed and the Mini App is not built: the bot runs without it.');
}

function isFresh(): boolean {
  if (!existsSync(built)) return false;
  const { mtimeMs } = statSync(built);
  const inside = ['web', 'locales'].flatMap((folder) => filesIn(join(root, folder)));
  return [...inside, join(root, 'package.json')].every((file) => statSync(file).mtimeMs <= mtimeMs);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
