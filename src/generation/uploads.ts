import type { Clock, Db } from '#platform';
import { AppError } from '#platform';
import { readFacts } from './file-facts.ts';
import { newId } from './store.ts';
import type { Attachment, AttachmentSource } from './types.ts';

/** How an attachment's `ref` names a file that is kept here, apart from Telegram's `file_id`s. */
const prefix = 'upload:';
const pieceBytes = 512 * 1024;

/** The most one file may have, in bytes; kie.ai takes more from few models alone. */
export const maxUploadBytes = 50_000_000;
/** Files are fetched by kie.ai within minutes; a form may lie for a day. */
const keptMs = 48 * 60 * 60_000;
const perDay = { files: 60, bytes: 500_000_000 };
const dayMs = 24 * 60 * 60_000;

/**
 * Keeps a file that came without Telegram; its kind, size and length are read from the bytes alone.
 * @throws AppError `upload-too-large` { limit }, `upload-unreadable`, `too-many-uploads`
 */
export async function keepUpload(
  db: Db,
  clock: Clock,
  file: { personId: number; fileName: string; bytes: Uint8Array },
): Promise<Omit<Attachment, 'id'>> {
  const { personId, fileName, bytes } = file;
  if (bytes.length > maxUploadBytes)
    throw new AppError('upload-too-large', 'The file is too large', {
      values: { limit: maxUploadBytes / 1e6 },
    });
  const facts = await readFacts(bytes);
  if (facts === null) throw new AppError('upload-unreadable', 'Neither picture, video, sound nor document');
  await assertSpace(db, personId, clock.now());
  const id = newId();
  await write(db, { id, personId, bytes, at: clock.now() });
  await forgetOld(db, clock.now());
  const { extension, ...known } = facts;
  return {
    personId,
    ref: `${prefix}${id}`,
    fileName: nameWith(fileName, extension),
    ...known,
    sizeBytes: bytes.length,
  };
}

/** The name as far as it is harmless, with the ending that is true. */
function nameWith(fileName: string, extension: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${stem.slice(0, 60) || 'file'}.${extension}`;
}

async function assertSpace(db: Db, personId: number, now: Date): Promise<void> {
  const { files, bytes } = await db
    .selectFrom('uploads')
    .where('person_id', '=', personId)
    .where('created_at', '>', new Date(now.getTime() - dayMs))
    .select((eb) => [
      eb.fn.count<number>('id').distinct().as('files'),
      eb.fn.coalesce(eb.fn.sum<number>(eb.fn<number>('octet_length', ['bytes'])), eb.lit(0)).as('bytes'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(files) >= perDay.files || Number(bytes) >= perDay.bytes)
    throw new AppError('too-many-uploads', 'The day’s share is used up', { values: { limit: perDay.files } });
}

async function write(
  db: Db,
  { id, personId, bytes, at }: { id: string; personId: number; bytes: Uint8Array; at: Date },
): Promise<void> {
  for (let piece = 0; piece * pieceBytes < bytes.length; piece++) {
    const part = Buffer.from(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes));
    await db
      .insertInto('uploads')
      .values({ id, piece, person_id: personId, bytes: part, created_at: at })
      .execute();
  }
}

async function forgetOld(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('uploads')
    .where('created_at', '<', new Date(now.getTime() - keptMs))
    .execute();
}

/** Opens files that are kept here, and hands every other reference on. */
export function withUploads(db: Db, others: AttachmentSource): AttachmentSource {
  return { open: (ref) => (ref.startsWith(prefix) ? open(db, ref.slice(prefix.length)) : others.open(ref)) };
}

async function open(db: Db, id: string): ReturnType<AttachmentSource['open']> {
  const { pieces, size } = await db
    .selectFrom('uploads')
    .where('id', '=', id)
    .select((eb) => [
      eb.fn.countAll<number>().as('pieces'),
      eb.fn.sum<number>(eb.fn<number>('octet_length', ['bytes'])).as('size'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(pieces) === 0) throw new AppError('attachment-gone', `Upload ${id} is no longer kept`);
  return { stream: ReadableStream.from(readPieces(db, id, Number(pieces))), sizeBytes: Number(size) };
}

async function* readPieces(db: Db, id: string, pieces: number): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < pieces; piece++) {
    const { bytes } = await db
      .selectFrom('uploads')
      .select('bytes')
      .where('id', '=', id)
      .where('piece', '=', piece)
      .executeTakeFirstOrThrow();
    yield bytes;
  }
}
