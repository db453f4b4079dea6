import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Folders that come with the code. */
export const migrationsFolder = join(root, 'migrations');
/** Where `npm run build:web` puts the Mini App. */
export const miniAppFolder = join(root, 'dist/miniapp');
/** Where it puts the operator's desk. */
export const deskFolder = join(root, 'dist/desk');
export const localesFolder = join(root, 'locales');
