import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { CatalogueDiff, PublishedModel } from '#registry';

export interface CatalogueChecksTable {
  id: GeneratedAlways<number>;
  state: 'running' | 'done' | 'failed';
  begun_at: Date;
  ended_at: ColumnType<Date | null, never, Date>;
  listed: Generated<boolean>;
  words: ColumnType<string | null, never, string | null>;
  report: ColumnType<CatalogueDiff | null, never, string>;
}

export interface CatalogueReadingsTable {
  check_id: number;
  model_id: string;
  state: 'listed' | 'wanted' | 'read';
  published: ColumnType<PublishedModel, string, string>;
}

declare global {
  interface Tables {
    catalogue_checks: CatalogueChecksTable;
    catalogue_readings: CatalogueReadingsTable;
  }
}
