import { badRequest } from './api-error.ts';

/** One uploaded part of a multipart request. */
export interface UploadedFile {
  filename: string;
  type: string;
  bytes: Buffer;
}

/** Parameters of one call, merged from query, form and JSON, read by the server's lenient rules (facts: 1.0). */
export class Params {
  readonly #values: ReadonlyMap<string, string>;
  readonly #files: ReadonlyMap<string, UploadedFile>;

  constructor(values: ReadonlyMap<string, string>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.#values = values;
    this.#files = files;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The text, or an empty one where the parameter is absent. */
  text(name: string): string {
    return this.#values.get(name) ?? '';
  }

  file(name: string): UploadedFile | undefined {
    return this.#files.get(name);
  }

  /** Numbers outside the range are clamped, never refused; what is no number is the fallback. */
  int(name: string, fallback: number, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER): number {
    const value = Number.parseInt(this.text(name), 10);
    return Math.min(max, Math.max(min, Number.isNaN(value) ? fallback : value));
  }

  /** `true`, `yes` and `1` in any case; all else is false. */
  bool(name: string): boolean {
    return ['true', 'yes', '1'].includes(this.text(name).toLowerCase());
  }

  /** Undefined where absent or empty; `complaint` is the description for text that is no JSON. */
  json(name: string, complaint: string): unknown {
    const text = this.text(name);
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw Object.assign(badRequest(complaint), { cause });
    }
  }

  /** Names, texts and file sizes, for the journal. */
  describe(): Record<string, string | { file: string; bytes: number }> {
    const files = [...this.#files].map(([name, file]) => [
      name,
      { file: file.filename, bytes: file.bytes.length },
    ]);
    return { ...Object.fromEntries(this.#values), ...Object.fromEntries(files) };
  }
}

/** Whether the value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text field of an object that came from outside; empty where it is absent or something else. */
export function textOf(object: Record<string, unknown>, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A number field of an object that came from outside. */
export function numberOf(object: Record<string, unknown>, name: string): number | undefined {
  const value = Number(object[name]);
  return object[name] === undefined || object[name] === '' || Number.isNaN(value) ? undefined : value;
}
