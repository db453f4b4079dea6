import { fileTypeFromBuffer } from 'file-type';
import { DownloadError, type KieClient } from '#kie';
import type { LinkedMedia, LoadedMedia, MediaKind, ResultMedia } from './types.ts';

/** The most a bot may send (facts: files, 50 MB); anything larger goes as a link. */
const maxBytes = 50_000_000;

/**
 * Fetches a file of a result; kind and type are read from its bytes, never from its name.
 * @throws DownloadError, with `download-gone` when kie.ai has deleted it
 */
export async function loadMedia(kie: KieClient, media: ResultMedia): Promise<LoadedMedia | LinkedMedia> {
  try {
    const { bytes } = await fetchFresh(kie, media.url);
    return { ...media, ...(await readType(bytes, media)), bytes };
  } catch (error) {
    if (!(error instanceof DownloadError) || error.code !== 'download-too-large') throw error;
    return { ...media, bytes: null, sizeBytes: null };
  }
}

/** A host that refuses the plain link may still give the file by a fresh one (facts: download-url, 20 minutes). */
async function fetchFresh(kie: KieClient, url: string): Promise<{ bytes: Buffer }> {
  try {
    return await kie.download(url, { maxBytes });
  } catch (error) {
    if (!(error instanceof DownloadError) || error.code !== 'download-gone') throw error;
    const fresh = await kie.downloadUrl(url).catch(() => null);
    if (fresh === null) throw error;
    return kie.download(fresh, { maxBytes });
  }
}

async function readType(
  bytes: Buffer,
  media: ResultMedia,
): Promise<{ kind: MediaKind; mime: string; fileName: string }> {
  const type = await fileTypeFromBuffer(bytes);
  const mime = type?.mime ?? 'application/octet-stream';
  const family = mime.split('/')[0];
  const kind = family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
  return { kind, mime, fileName: `${baseName(media)}.${type?.ext ?? 'bin'}` };
}

function baseName({ title, role, kind }: ResultMedia): string {
  const words = (title ?? role ?? kind).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 60) || kind;
}
