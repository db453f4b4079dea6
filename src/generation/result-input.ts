import { AppError, type Db } from '#platform';
import { attachmentRef } from './attachment-refs.ts';
import type { Collaborators } from './collaborators.ts';
import { readFacts } from './file-facts.ts';
import type { Generations } from './generations.ts';
import { imageSize } from './image-facts.ts';
import { resultLivesUntil, sentCopy } from './result-file.ts';
import { findRow, type GenerationRow } from './store.ts';
import type { Attachment, AttachmentSource, ResultMedia, SentItem } from './types.ts';

/** How an attachment's `ref` names a file of a result. */
const prefix = 'result:';
/** More than the header of any picture. In bytes. */
const headBytes = 256 * 1024;
const maxBytes = 50_000_000;
/** Somebody has just pressed a button and waits. */
const timeoutMs = 15_000;

type Slice = Pick<Collaborators, 'database' | 'kie' | 'clock' | 'log'>;
type Facts = Pick<Attachment, 'width' | 'height' | 'durationSeconds'>;

/**
 * A file of a result as the value of a file field, measured, because prices depend on that: kie.ai's own address while
 * it lives, afterwards the copy that the chat keeps; null when neither is left.
 */
export async function resultAsInput(
  slice: Slice,
  attachments: Generations['attachments'],
  id: string,
  index: number,
): Promise<string | null> {
  const { db } = slice.database;
  const row = await findRow(db, id);
  const media = row?.result?.media[index];
  if (!row || !media) return null;
  const until = resultLivesUntil(row);
  if (until > slice.clock.now())
    return attachmentRef(await keepAddress(slice, attachments, { row, index, until }));
  const sent = await sentCopy(db, id, media);
  return sent?.fileId
    ? attachmentRef(await keepCopy(attachments, row, media, { ...sent, fileId: sent.fileId }))
    : null;
}

interface Kept {
  row: GenerationRow;
  index: number;
  /** When kie.ai deletes it. */
  until: Date;
}

async function keepAddress(
  slice: Slice,
  attachments: Generations['attachments'],
  { row, index, until }: Kept,
): Promise<string> {
  const { db } = slice.database;
  const ref = `${prefix}${row.id}:${index}`;
  const known = await db
    .selectFrom('attachments')
    .select('id')
    .where('person_id', '=', row.person_id)
    .where('ref', '=', ref)
    .executeTakeFirst();
  if (known) return known.id;
  const media = row.result?.media[index] as ResultMedia;
  const facts = await measured(slice, media);
  const { id } = await attachments.keep({
    personId: row.person_id,
    ref,
    kind: media.kind,
    mime: usualTypes[media.kind],
    fileName: `result-${row.id}`,
    sizeBytes: null,
    ...facts,
  });
  await rememberUrl(db, id, media.url, until);
  return id;
}

/** What cannot be measured now has no length: whoever needs it for a price says so. */
async function measured({ kie, log }: Slice, media: ResultMedia): Promise<Facts> {
  const unknown = { width: null, height: null, durationSeconds: media.durationSeconds ?? null };
  try {
    if (media.kind === 'image') return { ...unknown, ...(await pictureSize(kie, media.url)) };
    const facts = await readFacts((await kie.download(media.url, { maxBytes, timeoutMs })).bytes);
    return facts
      ? { width: facts.width, height: facts.height, durationSeconds: facts.durationSeconds }
      : unknown;
  } catch (error) {
    log.info({ err: error }, 'a result could not be measured');
    return unknown;
  }
}

async function pictureSize(kie: Slice['kie'], url: string): Promise<{ width?: number; height?: number }> {
  const { stream } = await kie.openDownload(url, { timeoutMs });
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  const head = Buffer.concat(pieces);
  const facts = await readFacts(head);
  return facts === null ? {} : imageSize(head, facts.mime);
}

async function rememberUrl(db: Db, id: string, url: string, until: Date): Promise<void> {
  await db.updateTable('attachments').set({ url, url_expires_at: until }).where('id', '=', id).execute();
}

async function keepCopy(
  attachments: Generations['attachments'],
  row: GenerationRow,
  media: ResultMedia,
  sent: SentItem & { fileId: string },
): Promise<string> {
  const { id } = await attachments.keep({
    personId: row.person_id,
    ref: sent.fileId,
    ...asAttachment[sent.kind],
    fileName: `result-${row.id}`,
    sizeBytes: null,
    width: null,
    height: null,
    durationSeconds: media.durationSeconds ?? null,
  });
  return id;
}

const usualTypes = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  file: 'application/octet-stream',
} as const;

const asAttachment = {
  photo: { kind: 'image', mime: 'image/jpeg' },
  video: { kind: 'video', mime: 'video/mp4' },
  animation: { kind: 'video', mime: 'video/mp4' },
  audio: { kind: 'audio', mime: 'audio/mpeg' },
  voice: { kind: 'audio', mime: 'audio/ogg' },
  document: { kind: 'file', mime: 'application/octet-stream' },
  text: { kind: 'file', mime: 'text/plain' },
} as const;

/** Opens files of results by such a reference, and hands every other one on. */
export function withResults(
  openResult: (id: string, index: number) => ReturnType<Generations['openResult']>,
  others: AttachmentSource,
): AttachmentSource {
  return {
    async open(ref) {
      if (!ref.startsWith(prefix)) return others.open(ref);
      const [id = '', index = ''] = ref.slice(prefix.length).split(':');
      const file = await openResult(id, Number(index));
      if (file === null) throw new AppError('attachment-gone', `The file of result ${id} is kept nowhere`);
      return file;
    },
  };
}
