/** Uploads: free, kept for about 24 hours, used as URLs in inputs (facts: upload). */
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { isObject, type JsonObject, toNumber, toText } from './coerce.ts';
import { InvalidInputError } from './errors.ts';
import type { Requester } from './request.ts';
import type { CallOptions } from './types.ts';
import { errorForData } from './wire.ts';

/** Bytes, a Blob or File, a web or Node stream, or a file on disk. */
export type UploadSource =
  | Uint8Array
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | { path: string };

export interface UploadOptions extends CallOptions {
  /** The same name overwrites an earlier upload, with caching. Without it kie.ai makes up one. */
  fileName?: string | undefined;
  /** Folder at kie.ai. Default `uploads`. */
  uploadPath?: string | undefined;
}

export interface UploadFileOptions extends UploadOptions {
  /** Else the Blob's own type, or what the ending of the file name says. */
  mimeType?: string | undefined;
  /** Longest stream that is taken in. Streams are held in memory to be sent again after a fault. Default 100 MB. */
  maxBytes?: number | undefined;
}

export interface UploadedFile {
  /** Fetchable by kie.ai: what belongs into an input. */
  url: string;
  fileName: string | null;
  filePath: string | null;
  size: number | null;
  mimeType: string | null;
  uploadedAt: string | null;
  raw: unknown;
}

export interface FilesParts {
  request: Requester;
  base: string;
}

const UPLOAD_TIMEOUT_MS = 120_000;
const MAX_STREAM_BYTES = 100_000_000;

export type Files = ReturnType<typeof createFiles>;

export function createFiles({ request, base }: FilesParts) {
  async function post(path: string, body: { json: JsonObject } | { form: FormData }, options: CallOptions) {
    const { timeoutMs = UPLOAD_TIMEOUT_MS, retries, signal } = options;
    const { data } = await request({ method: 'POST', base, path, ...body, timeoutMs, retries, signal });
    return readUploadedFile(data, path);
  }

  /** Multipart upload; up to 100 MB. Failures of the source itself (missing file, broken stream) pass through. */
  async function uploadFile(source: UploadSource, options: UploadFileOptions = {}): Promise<UploadedFile> {
    const fileName = options.fileName ?? nameOf(source);
    const blob = await toBlob(source, options, options.mimeType ?? mimeTypeOf(fileName));
    const form = new FormData();
    form.set('uploadPath', folder(options.uploadPath));
    if (fileName !== undefined) form.set('fileName', fileName);
    form.set('file', blob, fileName ?? 'file');
    return post('/api/file-stream-upload', { form }, options);
  }

  /** Uploads base64 text or a data: URL; recommended up to 10 MB. */
  async function uploadBase64(base64Data: string, options: UploadOptions = {}): Promise<UploadedFile> {
    return post('/api/file-base64-upload', { json: { base64Data, ...target(options) } }, options);
  }

  /** Lets kie.ai fetch a public URL; up to 100 MB and 30 s. */
  async function uploadFromUrl(fileUrl: string, options: UploadOptions = {}): Promise<UploadedFile> {
    return post('/api/file-url-upload', { json: { fileUrl, ...target(options) } }, options);
  }

  return { uploadFile, uploadBase64, uploadFromUrl };
}

function target({ uploadPath, fileName }: UploadOptions): JsonObject {
  return { uploadPath: folder(uploadPath), ...(fileName === undefined ? {} : { fileName }) };
}

/** kie.ai wants a folder without slashes at its ends. */
function folder(uploadPath = 'uploads'): string {
  return uploadPath.replace(/^\/+|\/+$/g, '') || 'uploads';
}

async function toBlob(
  source: UploadSource,
  options: UploadFileOptions,
  type: string | undefined,
): Promise<Blob> {
  const typed = type === undefined ? {} : { type };
  if (source instanceof Blob)
    return options.mimeType ? source.slice(0, source.size, options.mimeType) : source;
  if (source instanceof Uint8Array) return new Blob([source as Uint8Array<ArrayBuffer>], typed);
  if ('path' in source && typeof source.path === 'string' && !(Symbol.asyncIterator in source)) {
    await stat(source.path);
    return openAsBlob(source.path, typed);
  }
  return collect(source as AsyncIterable<Uint8Array | string>, options.maxBytes ?? MAX_STREAM_BYTES, typed);
}

async function collect(
  stream: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
  typed: { type?: string },
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.byteLength;
    if (size > maxBytes) throw new InvalidInputError({}, `The stream is longer than ${maxBytes} bytes`);
    parts.push(bytes);
  }
  return new Blob(parts, typed);
}

function nameOf(source: UploadSource): string | undefined {
  if (source instanceof File) return source.name;
  const fromDisk = 'path' in source && typeof source.path === 'string' && source.path !== '';
  return fromDisk ? basename(source.path) : undefined;
}

const MIME_TYPES: { [ending: string]: string } = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
  '.flac': 'audio/flac',
};

function mimeTypeOf(fileName: string | undefined): string | undefined {
  return fileName === undefined ? undefined : MIME_TYPES[extname(fileName).toLowerCase()];
}

function readUploadedFile(data: unknown, path: string): UploadedFile {
  const file = isObject(data) ? data : {};
  const url = toText(file.downloadUrl) ?? toText(file.fileUrl);
  if (url === null) throw errorForData(data, { method: 'POST', path });
  return {
    url,
    fileName: toText(file.fileName),
    filePath: toText(file.filePath),
    size: toNumber(file.fileSize),
    mimeType: toText(file.mimeType),
    uploadedAt: toText(file.uploadedAt),
    raw: data,
  };
}
