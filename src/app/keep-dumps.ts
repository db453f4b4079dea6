import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Database, Logger } from '#platform';
import { dumpToFile } from './dump-file.ts';
import { dumpName, dumpsToRemove, dumpTime } from './dump-rotation.ts';

export interface DumpOptions {
  database: Database;
  /** Where the dumps lie; made when it is missing. */
  folder: string;
  clock: Clock;
  log: Logger;
}

const everyMs = 3_600_000;

/** Dumps the database each hour until the signal is aborted, also across restarts; old dumps go. Never rejects. */
export async function keepDumps(options: DumpOptions, signal: AbortSignal): Promise<void> {
  const { clock, log, folder } = options;
  while (!signal.aborted) {
    const waitMs = await dumpIfDue(options).catch((err: unknown) => {
      log.error({ err, folder }, 'The hourly dump of the database could not be made');
      return everyMs;
    });
    await clock.sleep(waitMs, signal).catch(() => undefined);
  }
}

/** Makes a dump when the newest is an hour old; answers after how many ms the next one is due. */
export async function dumpIfDue({ database, folder, clock, log }: DumpOptions): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const now = clock.now();
  const newest = Math.max(0, ...(await readdir(folder)).map((name) => dumpTime(name)?.getTime() ?? 0));
  const ageMs = now.getTime() - newest;
  if (ageMs >= 0 && ageMs < everyMs) return everyMs - ageMs;
  await removeUnfinished(folder);
  const file = join(folder, dumpName(now));
  const { tables } = await dumpToFile(database.db, file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  log.info({ file, rows }, 'The database has been dumped');
  for (const name of dumpsToRemove(await readdir(folder))) await rm(join(folder, name));
  return everyMs;
}

/** What a killed process had begun. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.endsWith('.jsonl.part')) await rm(join(folder, name), { force: true });
}
