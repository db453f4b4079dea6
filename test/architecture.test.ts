import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** Who may import whom. docs/flow.md and the README's map say the same. */
const walls: Record<string, readonly string[]> = {
  platform: [],
  kie: [],
  registry: [],
  i18n: [],
  settings: ['kie'],
  ledger: ['platform'],
  people: ['platform'],
  pricing: ['registry', 'ledger'],
  generation: ['platform', 'kie', 'registry', 'pricing', 'ledger', 'people'],
  payments: ['platform', 'ledger', 'people'],
  forms: ['generation', 'registry', 'pricing', 'platform'],
  operator: ['platform', 'kie', 'registry', 'pricing', 'ledger', 'people', 'payments', 'generation'],
  telegram: [
    'operator',
    'forms',
    'generation',
    'payments',
    'registry',
    'pricing',
    'ledger',
    'people',
    'i18n',
    'platform',
  ],
  http: [
    'operator',
    'forms',
    'generation',
    'payments',
    'registry',
    'pricing',
    'ledger',
    'people',
    'kie',
    'i18n',
    'platform',
  ],
  app: [
    'settings',
    'platform',
    'kie',
    'registry',
    'i18n',
    'ledger',
    'people',
    'pricing',
    'generation',
    'payments',
    'forms',
    'operator',
    'telegram',
    'http',
  ],
  cli: [
    'settings',
    'platform',
    'kie',
    'registry',
    'i18n',
    'ledger',
    'people',
    'pricing',
    'generation',
    'payments',
    'forms',
    'operator',
    'telegram',
    'http',
    'app',
    'sim',
  ],
  sim: ['registry', 'settings', 'app'],
};

/** What stands at the top of the project; a new folder needs a place in this list and in the README's map. */
const topFolders = [
  '.ci',
  '.github',
  'bench',
  'deploy',
  'docs',
  'locales',
  'migrations',
  'models',
  'packaging',
  'sim',
  'src',
  'test',
  'web',
];
const drawers = /^(utils?|helpers?|lib|common|shared|misc)(\.ts)?$/;
/** Tests, and what only tests import. */
const forTests = /\.test\.ts$|\/testing\/|\/test-[^/]+\.ts$/;
const maxLines = 300;
/** Long because they are flat: one class or type after the other. */
const flat = [
  'src/kie/errors.ts',
  'src/registry/types.ts',
  'src/http/miniapp/contract.ts',
  'src/http/operator/contract.ts',
];

interface Import {
  file: string;
  room: string;
  target: string;
}

test('no room imports what its wall forbids', () => {
  const forbidden = imports().filter(({ room, target }) => !allowed(room, target));
  assert.deepEqual(forbidden, []);
});

test('rooms meet only at their doors', () => {
  const deep = imports().filter(({ file, target }) => target.startsWith('..') && leavesRoom(file, target));
  assert.deepEqual(deep, []);
});

test('the simulators never share the product’s reading of kie.ai', () => {
  const shared = imports().filter(
    ({ room, file, target }) =>
      room === 'sim' && !/sim\/(world|main)\.ts$/.test(file) && ['#app', '#settings'].includes(target),
  );
  assert.deepEqual(shared, []);
});

test('every door holds names only', () => {
  for (const room of Object.keys(walls).filter((name) => name !== 'sim' && name !== 'cli')) {
    const code = readFileSync(join(root, 'src', room, 'index.ts'), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
      '',
    );
    const statements = code.split(';').map((statement) => statement.trim());
    for (const statement of statements.filter((text) => text !== '')) {
      assert.match(
        statement,
        /^export (type )?(\{[^}]*\}|\*) from '\.\/[^']+'$|^export type \{\} from/,
        `src/${room}/index.ts: ${statement}`,
      );
    }
  }
});

test('every folder is known and none is a drawer', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && !['.git', 'node_modules', 'data', 'dist', 'coverage'].includes(entry.name),
    )
    .map((entry) => entry.name);
  assert.deepEqual(
    folders.filter((name) => !topFolders.includes(name)),
    [],
  );
  const rooms = readdirSync(join(root, 'src'));
  assert.deepEqual(
    rooms.filter((name) => !(name in walls)),
    [],
  );
  assert.deepEqual(
    sources().filter((file) => file.split('/').some((part) => drawers.test(part))),
    [],
  );
});

test('no file of code grows beyond one idea', () => {
  const long = sources()
    .filter((file) => !file.endsWith('.test.ts') && !flat.includes(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > maxLines);
  assert.deepEqual(long, []);
});

test('no model id stands in the code', () => {
  const yaml = readFileSync(join(root, 'models/kie_models.yaml'), 'utf8');
  const ids = [...yaml.slice(yaml.indexOf('\nmodels:')).matchAll(/^ {2}(\S+):$/gm)]
    .map((match) => match[1] ?? '')
    .filter((id) => /[/\d]/.test(id));
  assert.ok(ids.length > 100, `found only ${ids.length} ids in the registry`);
  const quoted = new RegExp(`['"\`](${ids.map(literal).join('|')})['"\`]`);
  const found = sources()
    .filter((file) => file.startsWith('src/') && !forTests.test(file))
    .filter((file) => quoted.test(withoutComments(readFileSync(join(root, file), 'utf8'))));
  assert.deepEqual(found, []);
});

function sources(): string[] {
  return ['src', 'sim', 'web', 'bench']
    .flatMap((folder) => list(join(root, folder)))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => relative(root, file));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function imports(): Import[] {
  return sources()
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('bench/'))
    .flatMap((file) => {
      const code = withoutComments(readFileSync(join(root, file), 'utf8'));
      const targets = [...code.matchAll(/(?:from|import\(?)\s*'([^']+)'/g)].map((match) => match[1] ?? '');
      return targets.map((target) => ({ file, room: roomOf(file), target }));
    });
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'src' ? room : top;
}

function allowed(room: string, target: string): boolean {
  if (!target.startsWith('#')) return true;
  const other = target.slice(1);
  if (room === 'web') return false;
  return other === room || (walls[room]?.includes(other) ?? false);
}

function leavesRoom(file: string, target: string): boolean {
  const from = roomOf(file);
  const resolved = relative(root, join(root, file, '..', target));
  if (from === 'web' && /^src\/http\/(miniapp|operator)\/contract/.test(resolved)) return false;
  return roomOf(resolved) !== from;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
