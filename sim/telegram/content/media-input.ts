import { ApiError, badRequest } from '../api-error.ts';
import type { Params, UploadedFile } from '../params.ts';
import type { FileStore } from './files.ts';
import { type MediaDetails, storeMedia } from './media.ts';
import { MEDIA, type MediaContent, type MediaKind } from './media-kinds.ts';

/** A file as a call names it: bytes, or a text that is a link or an id. */
export type MediaInput = UploadedFile | string;

const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const MAX_URL_BYTES = { photo: 5 * 1024 * 1024, other: 20 * 1024 * 1024 };

/** The file of the parameter; `attach://name` names another part of the request. */
export function readMediaInput(params: Params, name: MediaKind, value = params.text(name)): MediaInput {
  const attached = value.startsWith('attach://') ? params.file(value.slice(9)) : params.file(name);
  const input = attached ?? (value.startsWith('attach://') ? '' : value);
  if (input === '') throw badRequest(`there is no ${name} in the request`);
  return input;
}

/** Turns links and ids into content. Answers to links, good or bad, are remembered (facts: 1.6). */
export class MediaLoader {
  readonly #files: FileStore;
  readonly #fetched = new Map<string, Promise<UploadedFile>>();

  constructor(files: FileStore) {
    this.#files = files;
  }

  async load(kind: MediaKind, input: MediaInput, details: MediaDetails): Promise<MediaContent> {
    if (typeof input !== 'string') {
      if (input.bytes.length > MAX_UPLOAD_BYTES) throw new ApiError(413, 'Request Entity Too Large');
      return storeMedia(this.#files, kind, input, details);
    }
    if (!input.includes('.')) return this.#byId(kind, input);
    if (!/^https?:\/\//i.test(input) || !URL.canParse(input)) {
      throw badRequest('invalid file HTTP URL specified: Wrong HTTP URL');
    }
    return storeMedia(this.#files, kind, await this.#fetch(kind, input), details);
  }

  #byId(kind: MediaKind, id: string): MediaContent {
    const file = this.#files.byId(id);
    if (!file) {
      throw badRequest("wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
    }
    if (file.kind !== kind) {
      throw badRequest(`can't use file of type ${MEDIA[file.kind].type} as ${MEDIA[kind].type}`);
    }
    return file.content;
  }

  #fetch(kind: MediaKind, url: string): Promise<UploadedFile> {
    const key = `${kind} ${url}`;
    const known = this.#fetched.get(key);
    if (known) return known;
    const fetching = fetchMedia(kind, url);
    fetching.catch(() => undefined); // whoever awaits it gets the error; later callers too
    this.#fetched.set(key, fetching);
    return fetching;
  }
}

async function fetchMedia(kind: MediaKind, url: string): Promise<UploadedFile> {
  const response = await fetch(url, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
  if (!response?.ok) throw badRequest('failed to get HTTP URL content');
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (!MEDIA[kind].fromUrl.test(type)) throw badRequest('wrong type of the web page content');
  const bytes = Buffer.from(await response.arrayBuffer());
  const limit = kind === 'photo' ? MAX_URL_BYTES.photo : MAX_URL_BYTES.other;
  if (bytes.length > limit) throw badRequest('failed to get HTTP URL content');
  return { filename: new URL(url).pathname.split('/').at(-1) ?? '', type, bytes };
}
