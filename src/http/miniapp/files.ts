import { fileTypeFromBuffer } from 'file-type';
import { Hono } from 'hono';
import type { OpenFile } from '#generation';
import { isAppError } from '#platform';
import type { FileLinks, FileTarget } from './file-links.ts';
import type { MiniAppParts } from './parts.ts';
import { rangeOf, slice } from './ranges.ts';

/** What a browser may show by itself; everything else is only to be saved. */
const shown = /^(image\/(png|jpeg|webp|gif|avif)|video\/|audio\/)/;

interface ServedFile extends OpenFile {
  mime: string;
  name: string;
}

/** GET /app/files/…: a file behind a signed address, for players in ranges. Never where it really lies. */
export function fileRoutes(parts: MiniAppParts, links: FileLinks): Hono {
  const app = new Hono();
  app.get('/app/files/:key/:until/:mark', async (context) => {
    const found = links.read(context.req.param(), parts.clock.now());
    if (!found) return context.json({ error: 'not-found' }, 404);
    const file = await openTarget(parts, found.target, found.personId);
    if (!file) return context.json({ error: 'gone' }, 404);
    const range = rangeOf(context.req.header('range'), file.sizeBytes);
    const saved = context.req.query('save') !== undefined || !shown.test(file.mime);
    const headers = {
      'content-type': file.mime,
      'content-disposition': `${saved ? 'attachment' : 'inline'}; filename="${file.name}"`,
      'cache-control': 'private, max-age=3600',
      ...(file.sizeBytes === null ? {} : { 'accept-ranges': 'bytes' }),
      // Telegram's own page downloads on behalf of the person (facts: 4.2, downloadFile).
      ...(saved ? { 'access-control-allow-origin': 'https://web.telegram.org' } : {}),
    };
    if (range === null) {
      const length = file.sizeBytes === null ? {} : { 'content-length': String(file.sizeBytes) };
      return context.body(file.stream, 200, { ...headers, ...length });
    }
    return context.body(slice(file.stream, range), 206, {
      ...headers,
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
    });
  });
  return app;
}

async function openTarget(
  parts: MiniAppParts,
  target: FileTarget,
  personId: number,
): Promise<ServedFile | null> {
  try {
    if (target.of === 'attachment') return await openAttachment(parts, target.id, personId);
    const generation = await parts.generations.get(target.id);
    if (generation?.personId !== personId) return null;
    return target.of === 'result' ? await openResult(parts, target) : await openThumbnail(parts, target);
  } catch (error) {
    if (isAppError(error, 'attachment-gone')) return null;
    throw error;
  }
}

async function openResult(
  { generations }: MiniAppParts,
  { id, index }: Exclude<FileTarget, { of: 'attachment' }>,
): Promise<ServedFile | null> {
  const file = await generations.openResult(id, index);
  if (!file) return null;
  const ending = endingOf(file.media.url);
  const mime = mimes[ending] ?? fallbacks[file.media.kind];
  return { ...file, mime, name: `kiegram-${id}-${index + 1}${ending === '' ? '' : `.${ending}`}` };
}

async function openThumbnail(
  { generations }: MiniAppParts,
  { id, index }: Exclude<FileTarget, { of: 'attachment' }>,
): Promise<ServedFile | null> {
  const bytes = await generations.openThumbnail(id, index);
  if (!bytes) return null;
  const { mime = 'application/octet-stream', ext = 'bin' } = (await fileTypeFromBuffer(bytes)) ?? {};
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  return { stream, sizeBytes: bytes.length, mime, name: `kiegram-${id}-${index + 1}-small.${ext}` };
}

async function openAttachment(
  { generations }: MiniAppParts,
  id: string,
  personId: number,
): Promise<ServedFile | null> {
  const attachment = await generations.attachments.get(id);
  if (attachment?.personId !== personId) return null;
  const { mime, fileName } = attachment;
  return {
    ...(await generations.attachments.open(attachment)),
    mime,
    name: fileName.replace(/[^\w.-]+/g, '_'),
  };
}

function endingOf(url: string): string {
  return /\.([a-z0-9]{2,4})$/.exec(new URL(url).pathname.toLowerCase())?.[1] ?? '';
}

const fallbacks = {
  image: 'image/png',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  file: 'application/octet-stream',
};

const mimes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
};
