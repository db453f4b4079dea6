import { randomBytes } from 'node:crypto';
import type { UploadedFile } from '../params.ts';
import type { ImageSize } from './image-size.ts';
import { contentTypeOf, extensionOf, MEDIA, type MediaContent, type MediaKind } from './media-kinds.ts';
import { smallPicture } from './small-picture.ts';

/** A file on the server, under the id of one of its forms (a photo has one per size). */
export interface StoredFile {
  id: string;
  uniqueId: string;
  kind: MediaKind;
  bytes: Buffer;
  type: string;
  name: string;
  path: string;
  /** The pixels of a photo's smaller form; undefined for the file as it came. */
  size: ImageSize | undefined;
  /** What a message gets that sends this file again by its id. */
  content: MediaContent;
}

/** All files one bot knows; ids mean nothing to another bot. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();
  #count = 0;

  /**
   * Keeps the bytes. `describe` gets the ids, one per form, and makes the content of the message from them; a form is the
   * file as it came (undefined) or a picture in a smaller size.
   */
  put(
    kind: MediaKind,
    file: UploadedFile,
    forms: readonly (ImageSize | undefined)[],
    describe: (ids: { file_id: string; file_unique_id: string }[]) => MediaContent,
  ): MediaContent {
    const extension = extensionOf(file.filename) || MEDIA[kind].extension;
    const stem = `${MEDIA[kind].folder}/file_${this.#count++}`;
    const ids = forms.map(() => ({
      file_id: `${MEDIA[kind].type[0]}gAC${randomBytes(33).toString('base64url')}`,
      file_unique_id: `AQAD${randomBytes(9).toString('base64url')}`,
    }));
    const content = describe(ids);
    const type = contentTypeOf(file.filename || `${stem}.${extension}`, file.type);
    for (const [index, { file_id: id, file_unique_id: uniqueId }] of ids.entries()) {
      const size = forms[index];
      const path = size ? `${stem}_${size.width}.jpg` : `${stem}.${extension}`;
      const stored = {
        id,
        uniqueId,
        kind,
        bytes: file.bytes,
        type,
        name: file.filename,
        path,
        size,
        content,
      };
      this.#byId.set(id, stored);
      this.#byPath.set(path, stored);
    }
    return content;
  }

  byId(id: string): StoredFile | undefined {
    return this.#byId.get(id);
  }

  byPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path);
  }

  /** What is downloaded under its path. */
  async read({ bytes, size }: StoredFile): Promise<Buffer> {
    return size ? smallPicture(bytes, size) : bytes;
  }
}
