import type { ColumnType } from 'kysely';

/** Messages that were handled, for two days. */
export interface HandledUpdatesTable {
  id: number;
  handled_at: Date;
}

/** Files that a person sent together and is asked what to do with. */
export interface FileSetsTable {
  id: string;
  person_id: number;
  chat_id: number;
  /** Telegram's `media_group_id`; null for a file that came alone. */
  album: string | null;
  kind: 'image' | 'video' | 'audio' | 'file';
  attachment_ids: ColumnType<string[], string, string>;
  caption: string | null;
  /** The message that asks. */
  message_id: ColumnType<number | null, number | null | undefined, number | null>;
  created_at: Date;
}

declare global {
  interface Tables {
    handled_updates: HandledUpdatesTable;
    file_sets: FileSetsTable;
  }
}
