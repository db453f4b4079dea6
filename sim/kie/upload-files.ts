import { randomBytes } from 'node:crypto';
import type { SimClock } from './clock.ts';

/** Uploads are kept 24 hours (facts: retention). */
export const UPLOAD_LIFE_MS = 24 * 3_600_000;

export interface UploadedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly mimeType: string;
  readonly uploadedAt: number;
}

/** Uploaded files in memory, by their path below `/files/`. */
export class UploadFiles {
  readonly #clock: SimClock;
  readonly #account: number;
  readonly #files = new Map<string, UploadedFile>();

  constructor(clock: SimClock, account: number) {
    this.#clock = clock;
    this.#account = account;
  }

  /** Keeps a file; the same folder and name overwrites. Without a name it is `<ms>-<random>.<ext>`. */
  keep(bytes: Buffer, uploadPath: string, mimeType: string, fileName?: string): UploadedFile {
    const now = this.#clock.now();
    const name = fileName || `${now}-${randomBytes(6).toString('hex').slice(0, 11)}.${extensionOf(mimeType)}`;
    const path = `kieai/${this.#account}/${uploadPath}/${name}`;
    const file = { path, name, bytes, mimeType, uploadedAt: now };
    this.#files.set(path, file);
    return file;
  }

  /** A file that has not expired. */
  find(path: string): UploadedFile | undefined {
    const file = this.#files.get(path);
    return file && file.uploadedAt + UPLOAD_LIFE_MS > this.#clock.now() ? file : undefined;
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
};

export function extensionOf(mimeType: string): string {
  return EXTENSIONS[mimeType] ?? 'bin';
}

const SIGNATURES: readonly (readonly [number, string, string])[] = [
  [0, 'ffd8ff', 'image/jpeg'],
  [0, '89504e47', 'image/png'],
  [0, '47494638', 'image/gif'],
  [8, '57454250', 'image/webp'],
  [8, '57415645', 'audio/wav'],
  [4, '66747970', 'video/mp4'],
  [0, '4f676753', 'audio/ogg'],
  [0, '494433', 'audio/mpeg'],
  [0, 'fffb', 'audio/mpeg'],
  [0, 'fff3', 'audio/mpeg'],
];

/** The MIME type by the first bytes, else by the name given, else octet-stream. */
export function mimeTypeOf(bytes: Buffer, name = ''): string {
  const head = bytes.subarray(0, 16).toString('hex');
  const signed = SIGNATURES.find(([offset, signature]) => head.startsWith(signature, offset * 2));
  if (signed) return signed[2];
  const extension = name.split('.').pop()?.toLowerCase();
  const named = Object.entries(EXTENSIONS).find(([, known]) => known === extension);
  return named?.[0] ?? 'application/octet-stream';
}
