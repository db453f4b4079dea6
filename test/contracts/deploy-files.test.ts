import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFile(join(root, file), 'utf8');
let dockerfile = '';
/** What the last stage copies from the project. */
let copied: string[] = [];

before(async () => {
  dockerfile = await read('deploy/Dockerfile');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  copied = [...last.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
});

test('every path that the image copies is there, and settings, data and history stay out', async () => {
  assert.ok(copied.length >= 6, copied.join());
  assert.deepEqual(
    copied.filter((path) => !existsSync(join(root, path))),
    [],
  );
  const ignored = (await read('.dockerignore')).split('\n');
  for (const path of ['.env', '.git', 'data', 'node_modules']) assert.ok(ignored.includes(path), path);
});

test('the image runs as nobody special, says whether it lives, and gets signals itself', () => {
  assert.match(dockerfile, /^USER node$/m);
  assert.match(dockerfile, /^HEALTHCHECK [\s\S]*\/healthz/m);
  assert.match(dockerfile, /^CMD \["node", .*"src\/cli\/main.ts", "start"\]$/m);
  assert.match(dockerfile, /npm ci --omit=dev --ignore-scripts/);
});

test('every way of deploying waits for the old process and keeps what people wrote, and the container cannot write', async () => {
  for (const file of [
    'Dockerfile',
    'compose.yaml',
    'render.yaml',
    'fly.toml',
    'kiegram.service',
    'kubernetes.yaml',
  ]) {
    const text = await read(`deploy/${file}`);
    assert.match(text, /SINGLETON_CONFLICT\W.{0,12}standby/, file);
    assert.match(text, /PENDING_UPDATES\W.{0,12}keep/, file);
  }
  const { bot } = parse(await read('deploy/compose.yaml')).services;
  assert.ok(bot.read_only && bot.cap_drop.includes('ALL'));
  const [deployment] = parseAllDocuments(await read('deploy/kubernetes.yaml')).map((document) =>
    document.toJS(),
  );
  const { securityContext, containers, terminationGracePeriodSeconds } = deployment.spec.template.spec;
  assert.ok(securityContext.runAsNonRoot && containers[0].securityContext.readOnlyRootFilesystem);
  assert.ok(terminationGracePeriodSeconds >= 30);
  for (const file of ['deploy/render.yaml', '.github/workflows/ci.yml'])
    assert.ok(parse(await read(file)), file);
  assert.match(await read('.github/workflows/ci.yml'), /run: \.ci\/run/);
});

test('from exactly these files and the production packages alone the product starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiegram-image-'));
  after(() => rm(folder, { recursive: true, force: true }));
  for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true });
  await linkProductionPackages(folder);
  const child = spawn(process.execPath, ['src/cli/main.ts', 'doctor', '--json'], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const [code] = await once(child, 'close');
  assert.equal(code, 0, said);
  assert.match(said, /"subject": "database",\s+"result": "good"/);
});

/** What `npm ci --omit=dev` would install, by the lock file. */
async function linkProductionPackages(folder: string): Promise<void> {
  const { packages } = JSON.parse(await read('package-lock.json'));
  for (const [path, { dev, devOptional, optional }] of Object.entries<Record<string, boolean>>(packages)) {
    const nested = path.lastIndexOf('node_modules/') > 0;
    if (path === '' || dev || devOptional || nested || (optional && !existsSync(join(root, path)))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(join(root, path), join(folder, path));
  }
}
