import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { RegistryError } from './errors.ts';
import { keptRegistry } from './kept-registry.ts';
import { loadRegistry, parseRegistry, type RegistryFile } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'kiegram-registry-'));
const cache = join(folder, 'cache');
after(() => rmSync(folder, { recursive: true }));

const file: RegistryFile = {
  models: [],
  renamed: new Map([['a', { to: null, because: 'gone' }]]),
  recommended: [],
};

/** What `keptRegistry` gives, and whether it had to read for it. */
function load(text: string, kept = keptRegistry): { registry: RegistryFile; read: boolean } {
  let read = false;
  const registry = kept(
    text,
    () => {
      read = true;
      return file;
    },
    cache,
  );
  return { registry, read };
}

describe('a registry that was read once', () => {
  beforeEach(() => rmSync(cache, { recursive: true, force: true }));

  test('is the same from the second start on, without reading', () => {
    assert.deepEqual([load('one').read, load('one')], [true, { registry: file, read: false }]);
  });

  test('is not taken for another text', () => {
    load('one');
    assert.equal(load('one ').read, true);
  });

  test('is read again when the code that reads has changed', async () => {
    load('one');
    assert.equal(load('one', await copyOfRoom('same', '')).read, false);
    assert.equal(load('one', await copyOfRoom('changed', '\n// changed')).read, true);
  });

  test('is read again when the file was damaged', () => {
    load('one');
    for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'damaged');
    assert.deepEqual(load('one'), { registry: file, read: true });
    assert.equal(load('one').read, false);
  });

  test('is not kept with a mistake', () => {
    const read = () => keptRegistry('one', () => parseFile('models: 1'), cache);
    assert.throws(read, RegistryError);
    assert.throws(read, RegistryError);
  });

  test('holds every model as a fresh reading does', () => {
    const fresh = parseRegistry(
      readFileSync(new URL('../../models/kie_models.yaml', import.meta.url), 'utf8'),
    );
    loadRegistry();
    const again = loadRegistry();
    assert.deepEqual(again.models, fresh.models);
    assert.deepEqual(again.renamed, fresh.renamed);
  });
});

function parseFile(text: string): RegistryFile {
  const { models, renamed } = parseRegistry(text);
  return { models, renamed, recommended: [] };
}

/** The same function in a copy of this room whose schema ends with `ending`. */
async function copyOfRoom(name: string, ending: string): Promise<typeof keptRegistry> {
  const room = join(folder, name, 'src/registry');
  cpSync(import.meta.dirname, room, { recursive: true });
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(folder, name, 'node_modules'));
  writeFileSync(join(folder, name, 'package.json'), '{"type":"module"}');
  appendFileSync(join(room, 'entry-schema.ts'), ending);
  return (await import(join(room, 'kept-registry.ts'))).keptRegistry;
}
