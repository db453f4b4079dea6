/** The package.json of the client: nothing of the bot, only what its code imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of the project's own package.json that the client's is made of. */
export interface ProjectManifest {
  name: string;
  version: string;
  license: string;
  engines: Record<string, string>;
  exports: Record<string, Record<string, string>>;
  dependencies: Record<string, string>;
}

const DESCRIPTION = 'Typed client and model registry for kie.ai';

/**
 * The manifest for a package whose root is the build folder. Dependencies are the packages that the code in `lib`
 * imports, at compatible versions; throws when the project does not depend on one of them itself.
 */
export function clientManifest(project: ProjectManifest, lib: string): object {
  const { name, version, license, engines } = project;
  const dependencies = Object.fromEntries(
    importedPackages(lib).map((imported) => [imported, `^${versionOf(project, imported)}`]),
  );
  const keywords = ['kie.ai', 'kie', 'image generation', 'video generation', 'music generation'];
  return {
    name,
    version,
    description: DESCRIPTION,
    keywords,
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: fromPackageRoot(project.exports),
    dependencies,
  };
}

/** Names of the packages that the JavaScript and the declarations in a folder import. */
export function importedPackages(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|d\.ts)$/.test(file),
  );
  const specifiers = files.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/^(?:import|export|\}).*?from '([^'.][^']*)';$/gm),
    ].map(([, specifier = '']) => specifier),
  );
  const packages = specifiers.filter((specifier) => !specifier.startsWith('node:')).map(packageName);
  return [...new Set(packages)].toSorted();
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function versionOf(project: ProjectManifest, name: string): string {
  const version = project.dependencies[name];
  if (version === undefined) throw new Error(`${name} is imported, but is no dependency of ${project.name}`);
  return version;
}

function fromPackageRoot(exports: ProjectManifest['exports']): ProjectManifest['exports'] {
  return JSON.parse(JSON.stringify(exports).replaceAll('./dist/', './'));
}
