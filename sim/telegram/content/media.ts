import type { PhotoSize } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import type { UploadedFile } from '../params.ts';
import type { FileStore } from './files.ts';
import { type ImageSize, imageSize } from './image-size.ts';
import { contentTypeOf, extensionOf, type MediaContent, type MediaKind } from './media-kinds.ts';

const MAX_PHOTO_BYTES = 10_485_760;
/** Longest sides of the sizes a photo is offered in, the way the server names them: s, m, x, y, w. */
const PHOTO_SIDES = [90, 320, 800, 1280, 2560];
/** @NOTE webp is not in the server's own list but photos of that kind are taken. */
const PHOTO_EXTENSIONS = ['', 'jpg', 'jpeg', 'gif', 'png', 'tif', 'bmp', 'webp'];

/** What the sender says about a file; lengths in seconds, sides in pixels. */
export interface MediaDetails {
  width?: number;
  height?: number;
  duration?: number;
  title?: string;
  performer?: string;
}

/** Stores the bytes and makes the message's content of them; refuses what the server refuses (facts: 1.5, 1.6). */
export function storeMedia(
  files: FileStore,
  kind: MediaKind,
  file: UploadedFile,
  details: MediaDetails,
): MediaContent {
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind === 'photo') return storePhoto(files, file);
  return files.put(kind, file, [undefined], ([ids]) => describe(kind, file, details, ids ?? NO_IDS));
}

const NO_IDS = { file_id: '', file_unique_id: '' };
type Ids = typeof NO_IDS;

function describe(kind: MediaKind, file: UploadedFile, details: MediaDetails, ids: Ids): MediaContent {
  const mime_type = contentTypeOf(file.filename, file.type);
  const common = { ...ids, file_size: file.bytes.length, mime_type };
  const named = { ...common, ...(file.filename ? { file_name: file.filename } : {}) };
  const duration = details.duration ?? 0;
  const picture = kind === 'animation' ? imageSize(file.bytes) : undefined;
  const moving = {
    ...named,
    duration,
    width: details.width ?? picture?.width ?? 0,
    height: details.height ?? picture?.height ?? 0,
  };
  if (kind === 'video') return { video: moving };
  if (kind === 'animation') return { animation: moving, document: named };
  if (kind === 'voice') return { voice: { ...common, duration } };
  if (kind === 'document') return { document: named };
  const { title, performer } = details;
  return { audio: { ...named, duration, ...(title ? { title } : {}), ...(performer ? { performer } : {}) } };
}

function storePhoto(files: FileStore, file: UploadedFile): MediaContent {
  const bytes = file.bytes.length;
  if (bytes > MAX_PHOTO_BYTES) {
    throw badRequest(
      `file of size ${bytes} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`,
    );
  }
  if (!PHOTO_EXTENSIONS.includes(extensionOf(file.filename))) {
    throw badRequest('photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp');
  }
  const size = imageSize(file.bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  const shortest = Math.min(width, height);
  if (shortest === 0 || width + height > 10_000 || Math.max(width, height) / shortest > 20) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  const sizes = photoSizes(size);
  const forms = sizes.map((form) => (form.width === width ? undefined : form));
  return files.put('photo', file, forms, (ids) => ({
    photo: sizes.map((form, index): PhotoSize => ({ ...(ids[index] ?? NO_IDS), ...form, file_size: bytes })),
  }));
}

/** The sizes a photo is offered in, smallest first. */
function photoSizes({ width, height }: ImageSize): ImageSize[] {
  const longest = Math.max(width, height);
  const smaller = PHOTO_SIDES.filter((side) => side < longest);
  const sides = longest <= 2560 ? [...smaller, longest] : smaller;
  return sides.map((side) => ({
    width: Math.max(1, Math.round((width * side) / longest)),
    height: Math.max(1, Math.round((height * side) / longest)),
  }));
}
