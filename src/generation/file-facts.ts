import { fileTypeFromBuffer } from 'file-type';
import { audioSeconds } from './audio-facts.ts';
import { imageSize } from './image-facts.ts';
import type { Attachment } from './types.ts';
import { videoFacts } from './video-facts.ts';

export type FileFacts = Pick<Attachment, 'kind' | 'mime' | 'width' | 'height' | 'durationSeconds'> & {
  /** The ending that fits the content, without a dot. */
  extension: string;
};

/** Documents that some models read. */
const documents = new Set(['application/pdf']);

/** What a file is, read from its bytes and never from its name; null for what no model can use. */
export async function readFacts(bytes: Uint8Array): Promise<FileFacts | null> {
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined) return null;
  const known = { mime: type.mime, extension: type.ext, width: null, height: null, durationSeconds: null };
  switch (type.mime.split('/')[0]) {
    case 'image':
      return { ...known, ...imageSize(bytes, type.mime), kind: 'image' };
    case 'video':
      return { ...known, ...videoFacts(bytes), kind: 'video' };
    case 'audio':
      return { ...known, durationSeconds: audioSeconds(bytes, type.mime), kind: 'audio' };
    default:
      return documents.has(type.mime) ? { ...known, kind: 'file' } : null;
  }
}
