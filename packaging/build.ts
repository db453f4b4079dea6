/** `npm run build:package`: the client as plain JavaScript with declarations, a package of its own in dist/. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistry } from '#registry';
import { clientManifest } from './manifest.ts';
import { modelInputs } from './model-inputs.ts';

const root = join(import.meta.dirname, '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

/**
 * Builds the package into a folder, which is emptied first. `lib/` keeps the distance that src/registry has to
 * models/, so that the registry finds its file. Throws with the compiler's output when the code does not compile.
 */
export function buildPackage(folder: string = join(root, 'dist')): void {
  rmSync(folder, { recursive: true, force: true });
  const lib = join(folder, 'lib');
  compile(lib);
  writeFileSync(join(lib, 'kie/model-inputs.d.ts'), modelInputs(loadRegistry().models));
  mkdirSync(join(folder, 'models'));
  cpSync(join(root, 'models/kie_models.yaml'), join(folder, 'models/kie_models.yaml'));
  cpSync(join(root, 'src/kie/README.md'), join(folder, 'README.md'));
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(clientManifest(project, lib), null, 2)}\n`);
}

function compile(outDir: string): void {
  const config = join(import.meta.dirname, 'tsconfig.json');
  try {
    execFileSync(process.execPath, [tsc, '-p', config, '--outDir', outDir], { encoding: 'utf8' });
  } catch (error) {
    throw new Error(`The client does not compile:\n${(error as { stdout?: string }).stdout}`, {
      cause: error,
    });
  }
}

if (import.meta.main) buildPackage();
