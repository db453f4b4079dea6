import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine, testDatabase } from './index.ts';

onEachEngine((engine) => {
  test('two test databases do not see each other', async () => {
    await using one = await testDatabase(engine);
    await using other = await testDatabase(engine);
    await one.db.schema.createTable('only_here').addColumn('a', 'integer').execute();
    const names = (await other.db.introspection.getTables()).map((table) => table.name);
    assert.ok(names.includes('schema_migrations'));
    assert.ok(!names.includes('only_here'));
  });
});
