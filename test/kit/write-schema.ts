/** Writes `migrations/schema.sql` from the migrations: `node test/kit/write-schema.ts`. */
import { writeFile } from 'node:fs/promises';
import { testDatabase } from './database.ts';
import { goldenSchema, schemaFile } from './schema.ts';

await using database = await testDatabase('pglite');
await writeFile(schemaFile, await goldenSchema(database.db));
