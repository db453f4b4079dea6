import type { Hono } from 'hono';
import { answer, answerOrFault, jsonBody, type SimContext, type SimEnv } from './answers.ts';
import type { Envelope } from './envelope.ts';
import { mimeTypeOf, type UploadedFile } from './upload-files.ts';
import type { KieWorld } from './world.ts';

const MAX_REMOTE_BYTES = 100 * 1024 * 1024;
const FETCH_WITHIN_MS = 30_000;

/** What an upload brings: bytes and what is said about them, or why not. */
type Brought =
  | { bytes: Buffer; uploadPath: unknown; fileName?: unknown; mimeType?: string | undefined }
  | { missing: string };

/** The three uploads (facts: upload). */
export function addUploadRoutes(app: Hono<SimEnv>, world: KieWorld): void {
  const routes = { base64: fromBase64, stream: fromStream, url: fromUrl };
  for (const [name, bring] of Object.entries(routes)) {
    app.all(`/api/file-${name}-upload`, (c) => {
      if (c.req.method !== 'POST')
        return answer(c, failure(405, `Request method '${c.req.method}' not supported`), 405);
      return answerOrFault(c, world, world.scenario.takeFault('upload', {}), () => upload(c, world, bring));
    });
  }
}

async function upload(
  c: SimContext,
  world: KieWorld,
  bring: (c: SimContext) => Promise<Brought>,
): Promise<Envelope> {
  if (!world.account.knows(c.req.header('authorization'))) return failure(401, 'Unauthorized');
  const brought = await bring(c);
  if ('missing' in brought) return failure(400, brought.missing);
  const { uploadPath, fileName, bytes } = brought;
  if (typeof uploadPath !== 'string' || uploadPath === '') return failure(400, 'uploadPath is required');
  if (/^\/|\/$|\.\./.test(uploadPath)) return failure(400, 'uploadPath must not start or end with a slash');
  const name = typeof fileName === 'string' && fileName !== '' ? fileName : undefined;
  const mimeType = brought.mimeType || mimeTypeOf(bytes, name);
  return success(world, world.uploads.keep(bytes, uploadPath, mimeType, name));
}

async function fromBase64(c: SimContext): Promise<Brought> {
  const body = await jsonBody(c);
  if (typeof body?.base64Data !== 'string' || body.base64Data === '')
    return { missing: 'base64Data is required' };
  const [, mimeType, text] = /^data:([^;,]*)[^,]*;base64,(.*)$/s.exec(body.base64Data) ?? [
    null,
    undefined,
    body.base64Data,
  ];
  if (!text || !/^[A-Za-z0-9+/\s]+=*\s*$/.test(text)) return { missing: 'base64Data is invalid' };
  return {
    bytes: Buffer.from(text, 'base64'),
    uploadPath: body.uploadPath,
    fileName: body.fileName,
    mimeType,
  };
}

async function fromStream(c: SimContext): Promise<Brought> {
  const form = await c.req.parseBody().catch(() => undefined);
  const file = form?.file;
  if (!form || !(file instanceof File)) return { missing: 'file is required' };
  const bytes = Buffer.from(await file.arrayBuffer());
  const sniffed = mimeTypeOf(bytes, file.name);
  return { bytes, uploadPath: form.uploadPath, fileName: form.fileName, mimeType: file.type || sniffed };
}

async function fromUrl(c: SimContext): Promise<Brought> {
  const body = await jsonBody(c);
  const url = body?.fileUrl;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return { missing: 'fileUrl is required' };
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_WITHIN_MS) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || bytes.length > MAX_REMOTE_BYTES) return { missing: 'Failed to download the file' };
    const mimeType = answer.headers.get('content-type')?.split(';')[0];
    return { bytes, uploadPath: body?.uploadPath, fileName: body?.fileName, mimeType };
  } catch {
    return { missing: 'Failed to download the file' };
  }
}

function success(world: KieWorld, file: UploadedFile): Envelope & { success: true } {
  const data = {
    success: true,
    fileName: file.name,
    filePath: file.path,
    downloadUrl: `${world.origin}/files/${file.path.split('/').map(encodeURIComponent).join('/')}`,
    fileSize: file.bytes.length,
    mimeType: file.mimeType,
    uploadedAt: new Date(file.uploadedAt).toISOString(),
  };
  return { success: true, code: 200, msg: 'File uploaded successfully', data };
}

function failure(code: number, msg: string): Envelope & { success: false } {
  return { success: false, code, msg };
}
