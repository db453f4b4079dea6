import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { importedPackages } from '../../packaging/manifest.ts';
import { packClient } from '../../packaging/pack.ts';
import { compile } from './compile.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const folder = mkdtempSync(join(tmpdir(), 'kiegram-package-'));
after(() => rmSync(folder, { recursive: true }));

const tarball = packClient(join(folder, 'build'));
const project = emptyProject('project');
install(project);
const installed = join(project, 'node_modules/kiegram');

test('the package depends on three packages, its client on none', (t) => {
  t.diagnostic(
    `${tarball.files} files, ${tarball.size} bytes packed, ${tarball.unpackedSize} bytes unpacked, ` +
      `dependencies: ${tarball.dependencies.join(', ')}`,
  );
  assert.deepEqual(tarball.dependencies, ['ajv', 'yaml', 'zod']);
  assert.deepEqual(importedPackages(join(installed, 'lib/kie')), []);
  assert.ok(tarball.size < 200_000);
});

test('the tarball carries code, declarations, the models and a readme, and nothing else', () => {
  const files = execFileSync('tar', ['-tf', tarball.path], { encoding: 'utf8' }).trim().split('\n');
  const known =
    /^package\/(package\.json|README\.md|models\/kie_models\.yaml|lib\/(kie|registry)\/[a-z0-9-]+(\.js|\.d\.ts))$/;
  assert.deepEqual(
    files.filter((file) => !known.test(file) || /test/.test(file)),
    [],
  );
  assert.ok(files.includes('package/README.md') && files.includes('package/models/kie_models.yaml'));
});

test('plain JavaScript finds all models, validates, and runs a task with both entry points', async (t) => {
  const kieAi = await startKieAi(t);
  const said = await runOnNode20(
    t,
    project,
    `import { KieClient } from 'kiegram/kie';
     import { loadRegistry, sample } from 'kiegram/registry';
     const registry = loadRegistry();
     const input = sample(registry.find('z-image'));
     const valid = registry.validate('z-image', input).ok;
     const kie = new KieClient({ apiKey: 'key', baseUrl: process.argv[2] });
     const { result } = await kie.waitTask(await kie.createTask('z-image', input));
     console.log(JSON.stringify({ models: registry.models.length, valid, urls: result.urls }));`,
    kieAi.url,
  );
  const { models, valid, urls } = JSON.parse(said);
  assert.deepEqual({ valid, urls }, { valid: true, urls: ['https://files.example/fox.png'] });
  assert.ok(models > 100, `${models} models`);
  assert.equal(kieAi.bodies[0]?.model, 'z-image');
});

test('the client runs where none of the dependencies is installed', async (t) => {
  const kieAi = await startKieAi(t);
  const bare = emptyProject('bare');
  cpSync(installed, join(bare, 'node_modules/kiegram'), { recursive: true });
  const said = await runOnNode20(
    t,
    bare,
    `import { KieClient, OutOfCreditsError } from 'kiegram/kie';
     const kie = new KieClient({ apiKey: 'key', baseUrl: process.argv[2] });
     const error = await kie.createTask('too-expensive', {}).catch((thrown) => thrown);
     console.log(error instanceof OutOfCreditsError, error.certainlyRefused);`,
    kieAi.url,
  );
  assert.equal(said, 'true true\n');
});

const CONSUMER = `import { KieClient } from 'kiegram/kie';
import { loadRegistry } from 'kiegram/registry';
const kie = new KieClient({ apiKey: 'key' });
kie.createTask('z-image', { prompt: 'A fox', aspect_ratio: '1:1' });
loadRegistry().models.forEach(({ id }) => kie.createTask(id, { anything: 1 }));
kie.createTask('z-image', { prompt: 'A fox', aspect_ratio: '7:1' });
kie.createTask('z-image', { aspect_ratio: '1:1' });`;

const OWN_MODEL = `import { KieClient } from 'kiegram/kie';
declare module 'kiegram/kie' { interface ModelInputs { 'own/model': { size: 1 } } }
new KieClient({ apiKey: 'key' }).createTask('own/model', { size: 1 });
new KieClient({ apiKey: 'key' }).createTask('own/model', { size: 2 });`;

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
]) {
  test(`a strict project with ${moduleResolution} resolution is told of wrong inputs and of nothing else`, () => {
    const sources = { 'typed.ts': CONSUMER, 'plain.js': CONSUMER, 'own.ts': OWN_MODEL, ...examples() };
    for (const [file, code] of Object.entries(sources)) writeFileSync(join(project, file), code);
    const options = { module, moduleResolution, allowJs: true, checkJs: true };
    const diagnostics = compile(project, Object.keys(sources), options);
    const places = diagnostics.map((line) => line.replace(/,\d+\): error (TS\d+): .*/, ') $1'));
    assert.deepEqual(places.toSorted(), [
      'own.ts(4) TS2322',
      'plain.js(6) TS2322',
      'plain.js(7) TS2741',
      'typed.ts(6) TS2322',
      'typed.ts(7) TS2741',
    ]);
    assert.match(diagnostics.join('\n'), /Type '"7:1"' is not assignable to type '"/);
    assert.match(diagnostics.join('\n'), /Property 'prompt' is missing in type/);
  });
}

/** The readme's examples, a file each. */
function examples(): Record<string, string> {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
  assert.ok(blocks.length >= 5, `${blocks.length} examples`);
  return Object.fromEntries(blocks.map((code, index) => [`example-${index}.ts`, code]));
}

function emptyProject(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'package.json'), '{"private":true,"type":"module"}');
  return path;
}

/** Installs the tarball with npm. What it depends on comes from this project's own folder, so that no network is needed. */
function install(cwd: string): void {
  const folders = closure(tarball.dependencies).map((name) => join(modules, name));
  const options = ['--offline', '--install-links', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, tarball.path, ...folders], { cwd, stdio: 'pipe' });
}

function closure(names: readonly string[], known: Set<string> = new Set()): string[] {
  for (const name of names.filter((one) => !known.has(one))) {
    known.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    closure(Object.keys(dependencies), known);
  }
  return [...known];
}

/** Runs a module on the machine's Node 20, or on this one where there is none, with `address` as its argument. */
async function runOnNode20(t: TestContext, cwd: string, code: string, address: string): Promise<string> {
  const own = '/usr/bin/node';
  const is20 = existsSync(own) && execFileSync(own, ['--version'], { encoding: 'utf8' }).startsWith('v20.');
  const node = is20 ? own : process.execPath;
  t.diagnostic(`Node ${is20 ? '20' : process.version}`);
  writeFileSync(join(cwd, 'script.js'), code);
  const { stdout } = await promisify(execFile)(node, ['script.js', address], { cwd });
  return stdout;
}

interface KieAi {
  url: string;
  bodies: { model: string }[];
}

/** Answers as kie.ai does (facts: unified job API); the model `too-expensive` meets an empty account. */
async function startKieAi(t: TestContext): Promise<KieAi> {
  const bodies: KieAi['bodies'] = [];
  const taskId = '9ee58f4dc4b2fac4c05722cca58a7a0d';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      const resultJson = '{"resultUrls":["https://files.example/fox.png"]}';
      const data = { taskId, model: 'z-image', state: 'success', param: '', resultJson, costTime: 9 };
      response.end(JSON.stringify({ code: 200, msg: 'success', data }));
      return;
    }
    const body = JSON.parse(Buffer.concat(chunks).toString());
    bodies.push(body);
    const refused = body.model === 'too-expensive' && { code: 402, msg: 'Credits insufficient', data: null };
    response.end(
      JSON.stringify(refused || { code: 200, msg: 'success', data: { taskId, recordId: taskId } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}
