import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Folders that come with the code. */
export const migrationsFolder = join(root, 'migrations');
export const localesFolder = join(root, 'locales');
