import type { Selectable } from 'kysely';
import type { Clock, Db } from '#platform';
import type { Attachments } from './generations.ts';
import { newId } from './store.ts';
import type { AttachmentsTable } from './tables.ts';
import type { Attachment, AttachmentSource } from './types.ts';
import { keepUpload } from './uploads.ts';

/** Files that people sent, kept by reference; the bytes are fetched only when a generation needs them. */
export function createAttachments(db: Db, clock: Clock, source: AttachmentSource): Attachments {
  const attachments: Attachments = {
    async keep(attachment) {
      const row = await db
        .insertInto('attachments')
        .values({
          id: newId(),
          person_id: attachment.personId,
          ref: attachment.ref,
          kind: attachment.kind,
          mime: attachment.mime,
          file_name: attachment.fileName,
          size_bytes: attachment.sizeBytes,
          width: attachment.width,
          height: attachment.height,
          duration_seconds: attachment.durationSeconds,
          created_at: clock.now(),
        })
        .onConflict((same) => same.columns(['person_id', 'ref']).doUpdateSet({ mime: attachment.mime }))
        .returningAll()
        .executeTakeFirstOrThrow();
      return toAttachment(row);
    },
    async get(id) {
      const row = await db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toAttachment(row) : null;
    },
    upload: async (file) => attachments.keep(await keepUpload(db, clock, file)),
    open: ({ ref }) => source.open(ref),
  };
  return attachments;
}

function toAttachment(row: Selectable<AttachmentsTable>): Attachment {
  return {
    id: row.id,
    personId: row.person_id,
    ref: row.ref,
    kind: row.kind,
    mime: row.mime,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    width: row.width,
    height: row.height,
    durationSeconds: row.duration_seconds,
  };
}
