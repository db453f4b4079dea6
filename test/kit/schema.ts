import { join } from 'node:path';
import { type Db, schemaDump } from '#platform';
import { migrationsFolder } from './template.ts';

/** The committed dump of the schema that all migrations together make. */
export const schemaFile = join(migrationsFolder, 'schema.sql');

const HEADER = `-- What all migrations together make, for reading and for comparing. Not for loading, not for editing.
-- After adding a migration: node test/kit/write-schema.ts
`;

/** What {@link schemaFile} has to hold for the schema of a database. */
export async function goldenSchema(db: Db): Promise<string> {
  return `${HEADER}\n${await schemaDump(db)}`;
}
