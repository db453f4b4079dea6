import { randomBytes } from 'node:crypto';
import type { UploadedFile } from '../params.ts';
import { contentTypeOf, extensionOf, MEDIA, type MediaContent, type MediaKind } from './media-kinds.ts';

/** A file on the server, under the id of one of its forms (a photo has one per size). */
export interface StoredFile {
  id: string;
  uniqueId: string;
  kind: MediaKind;
  bytes: Buffer;
  type: string;
  name: string;
  path: string;
  /** What a message gets that sends this file again by its id. */
  content: MediaContent;
}

/** All files one bot knows; ids mean nothing to another bot. */
export class FileStore {
  readonly #byId = new Map<string, StoredFile>();
  readonly #byPath = new Map<string, StoredFile>();
  #count = 0;

  /**
   * Keeps the bytes. `describe` gets the ids, one per form, and makes the content of the message from them.
   */
  put(
    kind: MediaKind,
    file: UploadedFile,
    forms: number,
    describe: (ids: { file_id: string; file_unique_id: string }[]) => MediaContent,
  ): MediaContent {
    const extension = extensionOf(file.filename) || MEDIA[kind].extension;
    const path = `${MEDIA[kind].folder}/file_${this.#count++}.${extension}`;
    const ids = Array.from({ length: forms }, () => ({
      file_id: `${MEDIA[kind].type[0]}gAC${randomBytes(33).toString('base64url')}`,
      file_unique_id: `AQAD${randomBytes(9).toString('base64url')}`,
    }));
    const content = describe(ids);
    const type = contentTypeOf(file.filename || path, file.type);
    for (const { file_id: id, file_unique_id: uniqueId } of ids) {
      const stored = { id, uniqueId, kind, bytes: file.bytes, type, name: file.filename, path, content };
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
}
