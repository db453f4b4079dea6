import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { MediaKind } from '#generation';
import type { Clock, Database } from '#platform';
import type { FileSetsTable } from './tables.ts';

/** Files that belong together: an album, or one file alone. */
export type FileSet = Selectable<FileSetsTable>;

export interface NewFile {
  personId: number;
  chatId: number;
  album: string | null;
  kind: MediaKind;
  attachmentId: string;
  caption: string | null;
}

export interface FileSets {
  /** Adds a file to its album, or begins a set with it; the same file twice counts once. */
  add(file: NewFile): Promise<FileSet>;
  get(id: string, personId: number): Promise<FileSet | null>;
  setMessage(id: string, messageId: number): Promise<void>;
}

export function createFileSets({ database, clock }: { database: Database; clock: Clock }): FileSets {
  const { db } = database;

  return {
    add: (file) =>
      database.transaction(async (trx) => {
        const { personId, chatId, album, kind, attachmentId, caption } = file;
        const id = randomBytes(9).toString('base64url');
        const begun = await trx
          .insertInto('file_sets')
          .values({
            id,
            person_id: personId,
            chat_id: chatId,
            album,
            kind,
            attachment_ids: JSON.stringify([attachmentId]),
            caption,
            created_at: clock.now(),
          })
          .onConflict((conflict) => conflict.columns(['person_id', 'album']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (begun || album === null) return begun ?? fail();
        const known = await trx
          .selectFrom('file_sets')
          .selectAll()
          .where('person_id', '=', personId)
          .where('album', '=', album)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const ids = [...new Set([...known.attachment_ids, attachmentId])];
        return trx
          .updateTable('file_sets')
          .set({ attachment_ids: JSON.stringify(ids), caption: known.caption ?? caption })
          .where('id', '=', known.id)
          .returningAll()
          .executeTakeFirstOrThrow();
      }),
    async get(id, personId) {
      const row = await db
        .selectFrom('file_sets')
        .selectAll()
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return row ?? null;
    },
    async setMessage(id, messageId) {
      await db.updateTable('file_sets').set({ message_id: messageId }).where('id', '=', id).execute();
    },
  };
}

function fail(): never {
  throw new Error('A file set without an album can always be begun');
}
