import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { RegistryFile } from './load.ts';

const require = createRequire(import.meta.url);
const ownCode = fileURLToPath(new URL('.', import.meta.url));
/** Beside the installed packages: a new installation begins with nothing kept. */
const defaultFolder = join(dirname(require.resolve('yaml/package.json')), '../.cache/kiegram');

/**
 * A registry that was read and checked once, kept as one file, so that the next start need not parse again.
 * Its name is a hash of everything the reading depends on: the text, the code of this room and the versions of the
 * two packages that read. So it cannot be stale; what nobody asks for by name is never read.
 */
export function keptRegistry(
  text: string,
  read: () => RegistryFile,
  folder: string = defaultFolder,
): RegistryFile {
  const file = join(folder, `registry-${nameOf(text)}.v8`);
  const known = readKept(file);
  if (known) return known;
  const registry = read();
  keep(folder, file, registry);
  return registry;
}

function nameOf(text: string): string {
  const hash = createHash('sha256').update(text);
  for (const name of readdirSync(ownCode).sort()) {
    if (/(?<!\.test|\.d)\.[jt]s$/.test(name)) hash.update(readFileSync(join(ownCode, name)));
  }
  for (const reader of ['yaml', 'zod']) hash.update(require(`${reader}/package.json`).version);
  return hash.digest('hex').slice(0, 32);
}

/** Null when nothing is kept, or nothing that can be read: then the text is read again. */
function readKept(file: string): RegistryFile | null {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return null;
  }
}

/** Under another name first, so that a half-written file is never read. Where nothing can be written, nothing is kept. */
function keep(folder: string, file: string, registry: RegistryFile): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, serialize(registry));
    renameSync(draft, file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EROFS', 'EPERM', 'ENOSPC'].includes(code)) throw error;
  }
}
