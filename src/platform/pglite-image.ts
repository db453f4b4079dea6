import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';

/** Beside the engine itself: a new installation begins without images. */
const engine = import.meta.resolve('@electric-sql/pglite');
const folder = new URL('../../../.cache/kiegram/', engine);

/**
 * A database as one file, made by `build` once and kept; loading it is several times faster than initdb, and
 * unpacking it would take as long again, so it is not compressed (40 MB). `content` names what is in it and has to change whenever that changes; the engine's version is part
 * of the name already. Where nothing can be kept (a folder that cannot be written), it is built every time.
 */
export async function cachedImage(content: string, build: () => Promise<Blob>): Promise<Blob> {
  const file = await imageFile(content);
  const known = await readImage(file);
  if (known) return known;
  const image = await build();
  await keepImage(file, image);
  return image;
}

/** What {@link cachedImage} has kept under this name; null when there is nothing. */
export async function knownImage(content: string): Promise<Blob | null> {
  return readImage(await imageFile(content));
}

/** Keeps the database as it is now under this name. */
export async function keepDatabase(content: string, pglite: PGlite): Promise<void> {
  await keepImage(await imageFile(content), await dumpImage(pglite));
}

/** The whole database as an image; without a write-ahead log that every load would have to replay. */
export async function dumpImage(pglite: PGlite): Promise<Blob> {
  await pglite.exec('checkpoint');
  return pglite.dumpDataDir('none');
}

async function imageFile(content: string): Promise<URL> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', engine), 'utf8'));
  return new URL(`pglite-${version}-${content}.tar`, folder);
}

async function readImage(file: URL): Promise<Blob | null> {
  try {
    return new Blob([await readFile(file)]);
  } catch (error) {
    if (isFileTrouble(error, ['ENOENT', 'ENOTDIR', 'EACCES'])) return null;
    throw error;
  }
}

/** Under another name first, so that a half-written file is never taken for an image. */
async function keepImage(file: URL, image: Blob): Promise<void> {
  const draft = new URL(`${file.href}.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, image.stream());
    await rename(draft, file);
  } catch (error) {
    if (!isFileTrouble(error, ['EACCES', 'EROFS', 'EPERM', 'ENOSPC'])) throw error;
  }
}

function isFileTrouble(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
