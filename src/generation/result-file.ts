import { Readable } from 'node:stream';
import { DownloadError } from '#kie';
import { isAppError } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { readParts } from './part-store.ts';
import { findRow, type GenerationRow } from './store.ts';
import type { Part, ResultMedia, SentItem } from './types.ts';

/** kie.ai keeps results 14 days (facts: retention); a day before that Telegram's copy is the surer one. */
const resultLivesMs = 13 * 24 * 3_600_000;

export interface OpenFile {
  stream: ReadableStream<Uint8Array>;
  sizeBytes: number | null;
}

/** A file of a result as kie.ai or, later, the chat keeps it; null when neither has it any more. */
export async function openResult(
  slice: Pick<Collaborators, 'database' | 'kie' | 'attachmentSource' | 'clock'>,
  id: string,
  index: number,
): Promise<(OpenFile & { media: ResultMedia }) | null> {
  const row = await findRow(slice.database.db, id);
  const media = row?.result?.media[index];
  if (!row || !media) return null;
  const file = (await fromProvider(slice, row, media)) ?? (await fromChat(slice, row, media));
  return file && { ...file, media };
}

async function fromProvider(
  { kie, clock }: Pick<Collaborators, 'kie' | 'clock'>,
  row: GenerationRow,
  media: ResultMedia,
): Promise<OpenFile | null> {
  if (!isFresh(row, clock.now())) return null;
  try {
    const { stream, contentLength } = await kie.openDownload(media.url);
    return { stream: Readable.toWeb(stream) as ReadableStream<Uint8Array>, sizeBytes: contentLength };
  } catch (error) {
    if (error instanceof DownloadError) return null;
    throw error;
  }
}

async function fromChat(
  { database, attachmentSource }: Pick<Collaborators, 'database' | 'attachmentSource'>,
  row: GenerationRow,
  media: ResultMedia,
): Promise<OpenFile | null> {
  const sent = await sentCopy(database.db, row.id, media);
  if (!sent?.fileId) return null;
  try {
    return await attachmentSource.open(sent.fileId);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** What was sent of this medium, as {@link sentOf}. */
export async function sentCopy(
  db: Collaborators['database']['db'],
  id: string,
  { url }: ResultMedia,
): Promise<SentItem | undefined> {
  return sentOf(await readParts(db, id), url);
}

/** The message that carried the file of this address: parts hold their items in the order in which they were sent. */
export function sentOf(parts: readonly Pick<Part, 'items' | 'sent'>[], url: string): SentItem | undefined {
  const part = parts.find(({ items }) => items.some((item) => item.url === url));
  return part?.sent[part.items.findIndex((item) => item.url === url)];
}

function isFresh(row: GenerationRow, now: Date): boolean {
  return now < resultLivesUntil(row);
}

export function resultLivesUntil({
  finished_at: finished,
  created_at: created,
}: Pick<GenerationRow, 'finished_at' | 'created_at'>): Date {
  return new Date((finished ?? created).getTime() + resultLivesMs);
}
