import type { TelegramSim } from './index.ts';

export const TOKEN = '1000001:test-token-that-opens-nothing';
export const BOT = { token: TOKEN, username: 'test_bot', first_name: 'Test' };

/** An answer of the Bot API as it came. */
export interface Answer {
  status: number;
  headers: Headers;
  ok: boolean;
  result: unknown;
  description?: string;
  parameters?: { retry_after?: number };
}

/** Calls a method with JSON, or with a form where one is given. */
export async function call(sim: TelegramSim, method: string, body: object = {}): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${sim.url}/bot${TOKEN}/${method}`, {
    method: 'POST',
    ...(isForm ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as Omit<Answer, 'status' | 'headers'>),
  };
}

/** The result of a call that has to succeed. */
export async function result<T>(sim: TelegramSim, method: string, body: object = {}): Promise<T> {
  const answer = await call(sim, method, body);
  if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
  return answer.result as T;
}

/** A form with texts and files. */
export function form(
  fields: Record<string, string | number | { bytes: Buffer; filename: string; type?: string }>,
): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'object') data.set(name, String(value));
    else data.set(name, new Blob([new Uint8Array(value.bytes)], { type: value.type ?? '' }), value.filename);
  }
  return data;
}

/** The head of a PNG of the given size, padded to `length` bytes: enough for whoever only measures it. */
export function png(width: number, height: number, length = 64): Buffer {
  const bytes = Buffer.alloc(length);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
