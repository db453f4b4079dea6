import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that many are given, with what is worked out once for all of them. */
export interface Packed {
  bytes: Bytes;
  gzip: Bytes;
  br: Bytes;
  type: string;
  /** Names these bytes; the same bytes have the same. */
  tag: string;
}

/** Nearly as small as at 11, in a tenth of the time. */
const brotliQuality = 9;

export function pack(bytes: Bytes, type: string): Packed {
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
  return {
    bytes,
    gzip: new Uint8Array(gzipSync(bytes, { level: 9 })),
    br: new Uint8Array(brotliCompressSync(bytes, { params })),
    type,
    tag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  };
}

/** In the smallest form that the browser takes; 304 when it has these very bytes already. */
export function unpack(context: Context, packed: Packed, headers: Record<string, string>): Response {
  const common = { ...headers, etag: packed.tag, vary: 'accept-encoding' };
  if (context.req.header('if-none-match')?.includes(packed.tag)) return context.body(null, 304, common);
  const accepted = context.req.header('accept-encoding') ?? '';
  const form = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
  return context.body(form ? packed[form] : packed.bytes, 200, {
    ...common,
    'content-type': packed.type,
    ...(form ? { 'content-encoding': form } : {}),
  });
}
