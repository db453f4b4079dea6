import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { Params, type UploadedFile } from '../params.ts';

const MAX_BODY_BYTES = 200 * 1024 * 1024;
const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_FILES = 50;
const MAX_TEXT_BYTES = 1024 * 1024;

/** Values and files of a request; `order` keeps several files of one name. */
export interface ReadBody {
  values: Map<string, string>;
  files: Map<string, UploadedFile>;
  order: UploadedFile[];
}

/** All parameters of a Bot API call: query, form and JSON merged (facts: 1.0, "Input"). */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const body = await readBody(request);
  const values = new Map([...query, ...body.values]);
  const bytes = [...values].reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
  if (bytes > MAX_TEXT_BYTES || body.order.length > MAX_FILES) throw tooLarge();
  if (body.order.some((file) => file.bytes.length > MAX_FILE_BYTES)) throw tooLarge();
  return new Params(values, body.files);
}

/** A body of any of the three kinds; one of another kind counts as empty. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const type = request.headers['content-type'] ?? '';
  const bytes = await collect(request);
  if (type.includes('multipart/form-data')) return readMultipart(bytes, type);
  const text = bytes.toString();
  if (type.includes('application/json')) return valuesOnly(jsonValues(text));
  if (type.includes('application/x-www-form-urlencoded')) return valuesOnly([...new URLSearchParams(text)]);
  return valuesOnly([]);
}

/** What is no text stays as its JSON. */
export function jsonValues(text: string): [string, string][] {
  if (text.trim() === '') return [];
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badJson();
  return Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

async function readMultipart(bytes: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const read: ReadBody = { values: new Map(), files: new Map(), order: [] };
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      read.values.set(name, value);
      continue;
    }
    const file = { filename: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
    read.files.set(name, file);
    read.order.push(file);
  }
  return read;
}

function valuesOnly(values: [string, string][]): ReadBody {
  return { values: new Map(values), files: new Map(), order: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw Object.assign(badJson(), { cause });
  }
}

function badJson(): ApiError {
  return new ApiError(400, "Bad Request: can't parse request body as JSON object");
}

function tooLarge(): ApiError {
  return new ApiError(413, 'Request Entity Too Large');
}
