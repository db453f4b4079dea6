import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '../../node_modules');

/**
 * Type-checks a folder as strictly as TypeScript can, declarations of packages included, and returns what the
 * compiler says, one diagnostic each: `file.ts(line,column): error TS…`.
 */
export function compile(folder: string, files: readonly string[], options: object = {}): string[] {
  const compilerOptions = {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: ['node'],
    typeRoots: [join(modules, '@types')],
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const tsc = join(modules, 'typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  return `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
}
