import type { Db } from '#platform';
import { isAppError } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sentCopy, sentOf } from './result-file.ts';
import { findRow } from './store.ts';
import type { Generation } from './types.ts';

/** A small copy that nobody has asked for in so long is dropped; Telegram gives it again. */
const keptMs = 30 * 24 * 3_600_000;
/** Telegram's are 320 pixels wide; anything larger is no small copy. */
const mostBytes = 300_000;

/** Which files of these results have a small copy, by generation: one read for a whole page of them. */
export async function thumbnailed(
  db: Db,
  generations: readonly Generation[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  if (generations.length === 0) return new Map();
  const ids = generations.map(({ id }) => id);
  const parts = await db
    .selectFrom('parts')
    .select(['generation_id', 'items', 'sent'])
    .where('generation_id', 'in', ids)
    .execute();
  return new Map(
    generations.map(({ id, result }) => {
      const own = parts.filter((part) => part.generation_id === id);
      const media = result?.media ?? [];
      const indexes = media.flatMap(({ url }, index) =>
        sentOf(own, url)?.thumbnailId === undefined ? [] : [index],
      );
      return [id, new Set(indexes)];
    }),
  );
}

/** The small copy of a file of a result, as Telegram made it of what it carried; null where there is none. */
export async function openThumbnail(
  slice: Pick<Collaborators, 'database' | 'attachmentSource' | 'clock'>,
  id: string,
  index: number,
): Promise<Uint8Array | null> {
  const { db } = slice.database;
  const kept = await db
    .selectFrom('thumbnails')
    .select('bytes')
    .where('generation_id', '=', id)
    .where('index', '=', index)
    .executeTakeFirst();
  if (kept) return kept.bytes;
  const bytes = await fetched(slice, id, index);
  if (bytes) await keep(db, { id, index, bytes, at: slice.clock.now() });
  return bytes;
}

async function fetched(
  { database, attachmentSource }: Pick<Collaborators, 'database' | 'attachmentSource'>,
  id: string,
  index: number,
): Promise<Uint8Array | null> {
  const row = await findRow(database.db, id);
  const media = row?.result?.media[index];
  const ref = media && (await sentCopy(database.db, id, media))?.thumbnailId;
  if (ref === undefined) return null;
  try {
    const { stream } = await attachmentSource.open(ref);
    return await bytesOf(stream);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > mostBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function keep(
  db: Db,
  { id, index, bytes, at }: { id: string; index: number; bytes: Uint8Array; at: Date },
): Promise<void> {
  await db
    .deleteFrom('thumbnails')
    .where('kept_at', '<', new Date(at.getTime() - keptMs))
    .execute();
  await db
    .insertInto('thumbnails')
    .values({ generation_id: id, index, bytes, kept_at: at })
    .onConflict((conflict) => conflict.columns(['generation_id', 'index']).doNothing())
    .execute();
}
