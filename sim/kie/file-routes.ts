import type { Hono } from 'hono';
import type { SimContext, SimEnv } from './answers.ts';
import { CONTENT_TYPES } from './media/recipe.ts';
import type { KieWorld } from './world.ts';

/** Result files and uploads, public to whoever has the URL. */
export function addFileRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  app.get('/result/*', async (c) => {
    const file = world.results.find(c.req.path);
    const fault = world.scenario.takeFault(
      'result',
      typeof file === 'number' ? {} : { model: file.recipe.modelId },
    );
    if (fault?.kind === 'status') return new Response(fault.body ?? null, { status: fault.status });
    if (fault?.kind === 'drop') c.env.outgoing.destroy();
    if (typeof file === 'number') return c.body(null, file);
    return withRange(c, await world.results.bytes(file), CONTENT_TYPES[file.recipe.file]);
  });

  app.get('/files/*', (c) => {
    const file = world.uploads.find(decodeURIComponent(c.req.path.slice('/files/'.length)));
    return file ? withRange(c, file.bytes, file.mimeType) : c.body(null, 404);
  });
}

/** The bytes, or the part a `Range: bytes=a-b` header asks for. */
function withRange(c: SimContext, bytes: Buffer, contentType: string): Response {
  const headers = { 'content-type': contentType, 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range') ?? '');
  if (!range || range[0] === 'bytes=-') {
    return new Response(bodyOf(bytes), { headers: { ...headers, 'content-length': String(bytes.length) } });
  }
  const [, from = '', to = ''] = range;
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1);
  if (start > end)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } });
  const part = bytes.subarray(start, end + 1);
  const partHeaders = {
    'content-length': String(part.length),
    'content-range': `bytes ${start}-${end}/${bytes.length}`,
  };
  return new Response(bodyOf(part), { status: 206, headers: { ...headers, ...partHeaders } });
}

function bodyOf(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
