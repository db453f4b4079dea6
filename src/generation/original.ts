import { DownloadError } from '#kie';
import type { Collaborators } from './collaborators.ts';
import { loadMedia } from './load-media.ts';
import { findRow } from './store.ts';

/**
 * The untouched file behind a medium of a result, by its place in `result.media`. Null when kie.ai no longer
 * has it (facts: retention, 14 days) or when it is larger than a bot may send.
 */
export async function loadOriginal(
  { database, kie }: Pick<Collaborators, 'database' | 'kie'>,
  id: string,
  index: number,
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const row = await findRow(database.db, id);
  const media = row?.result?.media[index];
  if (!media) return null;
  try {
    const loaded = await loadMedia(kie, media);
    return loaded.bytes === null ? null : { bytes: loaded.bytes, fileName: loaded.fileName };
  } catch (error) {
    if (error instanceof DownloadError) return null;
    throw error;
  }
}
