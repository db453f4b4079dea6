import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Db } from '#platform';
import type { DumpHeader } from './dump-format.ts';
import { exportDatabase } from './export-database.ts';

/** So many characters are written at once: the embedded database serves nobody else meanwhile. */
const chunk = 1 << 18;

/** Writes every row to a file; a half-written dump never lies under the name that was asked for. */
export async function dumpToFile(db: Db, file: string): Promise<DumpHeader> {
  const draft = `${file}.part`;
  const header = await writeDump(db, draft);
  await rename(draft, file);
  await syncFolder(dirname(file));
  return header;
}

async function writeDump(db: Db, file: string): Promise<DumpHeader> {
  await using output = await open(file, 'w', 0o600);
  let waiting = '';
  const header = await exportDatabase(db, async (line) => {
    waiting += `${line}\n`;
    if (waiting.length < chunk) return;
    await output.appendFile(waiting);
    waiting = '';
  });
  await output.appendFile(waiting);
  await output.sync();
  return header;
}

/** The new name is on the disk as well, not the content alone. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined);
}
