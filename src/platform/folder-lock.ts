import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from './errors.ts';

/** SQLite's code for "another connection holds the lock". */
const SQLITE_BUSY = 5;

/** A held folder; the operating system frees it when the process dies, however it dies. */
export interface FolderLock {
  release(): void;
}

/** Open for as long as they are held: a connection that nobody refers to would be collected, and its lock freed. */
const held = new Set<DatabaseSync>();

/**
 * Takes a data folder for this process alone, making the folder when missing. PGlite itself does not
 * notice a second process and would ruin the files.
 *
 * @throws AppError `data-folder-in-use` at once when another process holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw isBusy(error) ? folderInUse(folder, error) : error;
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function folderInUse(folder: string, cause: unknown): AppError<'data-folder-in-use'> {
  const message = `The data folder ${folder} is used by another running Kiegram. Stop that one, or set DATA_DIR to another folder, or use PostgreSQL (DATABASE_URL), which several processes may share.`;
  return new AppError('data-folder-in-use', message, { values: { folder }, cause });
}
