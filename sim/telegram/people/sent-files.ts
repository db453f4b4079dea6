import { randomInt } from 'node:crypto';
import type { Message } from 'grammy/types';
import type { FileStore } from '../content/files.ts';
import { type MediaDetails, storeMedia } from '../content/media.ts';
import type { MediaKind } from '../content/media-kinds.ts';
import { findEntities } from '../entities/find-entities.ts';

/** A file as a person sends it; of any size. Sides in pixels, duration in seconds. */
export interface SentFile extends MediaDetails {
  bytes: Uint8Array;
  kind: MediaKind;
  fileName?: string;
  /** Content type; read from the file's name if absent. */
  mime?: string;
  caption?: string;
}

const MAX_ALBUM = 10;
/** What a phone says of files it names nothing. */
const USUAL_TYPES: Partial<Record<MediaKind, string>> = {
  video: 'video/mp4',
  animation: 'video/mp4',
  audio: 'audio/mpeg',
  voice: 'audio/ogg',
};

/**
 * Stores the files and answers the content of one message per file; several become an album.
 * @throws Error when no client would send these together; ApiError for bytes no client would send
 */
export function storeSentFiles(store: FileStore, files: SentFile[]): Partial<Message>[] {
  checkAlbum(files);
  const album = files.length > 1 ? { media_group_id: String(randomInt(1e12, 9e13)) } : {};
  return files.map((file) => ({ ...storeOne(store, file), ...album, ...captionOf(file) }));
}

function storeOne(store: FileStore, { bytes, kind, fileName = '', mime, ...details }: SentFile) {
  const type = mime ?? (fileName ? '' : (USUAL_TYPES[kind] ?? ''));
  const upload = {
    filename: fileName,
    type,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
  return storeMedia(store, kind, upload, details);
}

/** Pictures and films go together; songs and documents only with their like (facts: 1.5, album). */
function checkAlbum(files: SentFile[]): void {
  if (files.length === 0) throw new Error('no files to send');
  if (files.length === 1) return;
  if (files.length > MAX_ALBUM) throw new Error(`an album holds ${MAX_ALBUM} files at most`);
  const kinds = new Set(files.map(({ kind }) => (kind === 'video' ? 'photo' : kind)));
  const [only = 'voice'] = kinds;
  if (kinds.size > 1 || !['photo', 'audio', 'document'].includes(only)) {
    throw new Error(`no album can be made of ${files.map(({ kind }) => kind).join(', ')}`);
  }
}

function captionOf({ caption = '' }: SentFile): Pick<Message, 'caption' | 'caption_entities'> {
  const entities = findEntities(caption);
  return {
    ...(caption ? { caption } : {}),
    ...(entities.length > 0 ? { caption_entities: entities } : {}),
  };
}
