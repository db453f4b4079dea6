import type { Generated } from 'kysely';

export interface SchemaMigrationsTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<Date>;
}

declare global {
  /**
   * Every table of the database, by name. Each room declares its own in its `tables.ts` by merging
   * into this interface, exactly as this file does:
   *
   * @example
   * declare global {
   *   interface Tables { people: PeopleTable }
   * }
   */
  interface Tables {
    schema_migrations: SchemaMigrationsTable;
  }
}
