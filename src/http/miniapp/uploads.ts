import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Attachment, attachmentRef, maxUploadBytes } from '#generation';
import { AppError } from '#platform';
import type { MiniAppEnv } from './context.ts';
import type { UploadedFile } from './contract.ts';
import type { FileLinks } from './file-links.ts';
import type { MiniAppParts } from './parts.ts';

/** POST /files?name=…: the bytes of one file; what it is shows from the bytes alone. */
export function uploadRoutes({ generations, clock }: MiniAppParts, links: FileLinks): Hono<MiniAppEnv> {
  const app = new Hono<MiniAppEnv>();
  app.post('/files', bodyLimit({ maxSize: maxUploadBytes, onError: tooLarge }), async (context) => {
    const { id: personId } = context.get('person');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const fileName = (context.req.query('name') ?? 'file').slice(0, 200);
    const attachment = await generations.attachments.upload({ personId, fileName, bytes });
    const uploaded: UploadedFile = {
      ref: attachmentRef(attachment.id),
      ...attachmentView(
        attachment,
        links.link({ of: 'attachment', id: attachment.id }, personId, clock.now()),
      ),
    };
    return context.json(uploaded, 201);
  });
  return app;
}

function tooLarge(): never {
  throw new AppError('upload-too-large', 'The file is too large', {
    values: { limit: maxUploadBytes / 1e6 },
  });
}

export function attachmentView({ kind, fileName }: Attachment, url: string): Omit<UploadedFile, 'ref'> {
  return { kind, name: fileName, url };
}
