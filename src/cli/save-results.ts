import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import type { Task, TaskResult } from '#kie';
import type { KieAccess } from './kie-access.ts';
import { endingOfType, endingOfUrl, fileName, type ResultFile, resultFiles } from './result-names.ts';

export interface SavedFile {
  readonly path: string;
  readonly url: string | null;
  readonly contentType: string | null;
  readonly bytes: number;
}

/**
 * Brings a finished task's result into a folder: each file under a name that says model, task and part, with the
 * ending of its content, and what is text or data as a file, too. Errors of the client's download pass through.
 */
export async function saveResults(
  { kie, allowHosts }: Pick<KieAccess, 'kie' | 'allowHosts'>,
  task: Task,
  { out, signal }: { out: string; signal: AbortSignal },
): Promise<SavedFile[]> {
  if (task.result === null) return [];
  await mkdir(out, { recursive: true });
  const saved: SavedFile[] = [];
  for (const file of resultFiles(task.result)) {
    const download = await kie.openDownload(file.url, { allowHosts, signal });
    saved.push(await saveOne(download, file, task, out));
  }
  const data = await saveData(task.result, task, out);
  return data === undefined ? saved : [...saved, data];
}

type Download = Awaited<ReturnType<KieAccess['kie']['openDownload']>>;

/** Written beside its place first, so that a file with its final name is always whole. */
async function saveOne(
  { stream, contentType }: Download,
  { url, part }: ResultFile,
  task: Task,
  out: string,
): Promise<SavedFile> {
  const unfinished = join(out, fileName(task.model, task.taskId, part, 'part'));
  try {
    await pipeline(stream, createWriteStream(unfinished));
    const ending = endingOfType(contentType) ?? (await endingOfContent(unfinished)) ?? endingOfUrl(url);
    const path = join(out, fileName(task.model, task.taskId, part, ending ?? 'bin'));
    await rename(unfinished, path);
    return { path, url, contentType, bytes: (await stat(path)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function endingOfContent(path: string): Promise<string | undefined> {
  return (await fileTypeFromFile(path))?.ext;
}

async function saveData(result: TaskResult, task: Task, out: string): Promise<SavedFile | undefined> {
  const text = dataText(result);
  if (text === undefined) return undefined;
  const ending = typeof result.object === 'string' ? 'txt' : 'json';
  const path = join(out, fileName(task.model, task.taskId, '', ending));
  await writeFile(path, `${text}\n`);
  return { path, url: null, contentType: null, bytes: Buffer.byteLength(text) + 1 };
}

/** What of a result is no file: text as it is, data as JSON; the whole result where nothing else could be read. */
export function dataText(result: TaskResult): string | undefined {
  if (typeof result.object === 'string') return result.object;
  if (result.object !== undefined) return JSON.stringify(result.object, null, 2);
  if (result.segments !== undefined) return JSON.stringify(result.segments, null, 2);
  return resultFiles(result).length === 0 ? JSON.stringify(result.raw, null, 2) : undefined;
}
