/** `npm run pack:client`: builds the client and packs it into a tarball that anyone can install. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build.ts';

export interface Tarball {
  path: string;
  files: number;
  /** Sizes in bytes. */
  size: number;
  unpackedSize: number;
  dependencies: readonly string[];
}

/** Builds into `folder` and leaves the tarball in it. */
export function packClient(folder: string): Tarball {
  buildPackage(folder);
  const report = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(report);
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    path: join(folder, packed.filename),
    files: packed.entryCount,
    size: packed.size,
    unpackedSize: packed.unpackedSize,
    dependencies: Object.keys(dependencies),
  };
}

if (import.meta.main) {
  const { path, files, size, unpackedSize, dependencies } = packClient(join(import.meta.dirname, '../dist'));
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${path}\n${files} files, ${kB(size)} packed, ${kB(unpackedSize)} unpacked`);
  console.log(`${dependencies.length} dependencies: ${dependencies.join(', ')}`);
}
