import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { onEachEngine, testDatabase } from './index.ts';
import { goldenSchema, schemaFile } from './schema.ts';

onEachEngine((engine) => {
  test('the migrations make exactly the schema in migrations/schema.sql', async () => {
    await using database = await testDatabase(engine);
    const expected = await readFile(schemaFile, 'utf8');
    assert.equal(await goldenSchema(database.db), expected, 'run: node test/kit/write-schema.ts');
  });
});
