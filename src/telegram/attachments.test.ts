import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Message } from 'grammy/types';
import { createPlainApi } from './api.ts';
import { assertFetchable, createAttachmentSource, fileOf } from './attachments.ts';

const token = '123456:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ';
const message = (content: object) => ({ message_id: 7, date: 1, chat: { id: 1 }, ...content }) as Message;

test('of a photo the largest size is taken; a document is what its type says', () => {
  const photo = [
    { file_id: 's', file_unique_id: 's', width: 90, height: 60 },
    { file_id: 'l', file_unique_id: 'l', width: 1280, height: 853, file_size: 1000 },
  ];
  assert.deepEqual(fileOf(message({ photo })), {
    ref: 'l',
    kind: 'image',
    mime: 'image/jpeg',
    fileName: 'photo-7.jpg',
    sizeBytes: 1000,
    width: 1280,
    height: 853,
    durationSeconds: null,
  });
  const document = { file_id: 'd', file_unique_id: 'd', mime_type: 'audio/flac', file_name: 'a.flac' };
  assert.equal(fileOf(message({ document }))?.kind, 'audio');
  const voice = { file_id: 'v', file_unique_id: 'v', duration: 3 };
  assert.deepEqual(fileOf(message({ voice }))?.durationSeconds, 3);
  assert.equal(fileOf(message({ text: 'words' })), null);
});

test('a file beyond what a bot may fetch is refused before anything else', () => {
  const file = fileOf(
    message({
      video: { file_id: 'v', file_unique_id: 'v', width: 1, height: 1, duration: 1, file_size: 21e6 },
    }),
  );
  assert.ok(file);
  assert.throws(() => assertFetchable(file), { code: 'attachment-too-large', values: { limit: 20 } });
});

async function withFiles(
  answer: (path: string) => { status: number; body: string },
  use: (source: ReturnType<typeof createAttachmentSource>) => Promise<void>,
): Promise<void> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request.url ?? '');
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await use(createAttachmentSource(createPlainApi({ token, apiRoot }), { token, apiRoot }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const found = JSON.stringify({ ok: true, result: { file_id: 'f', file_path: 'photos/a.jpg' } });

test('the bytes are streamed from Telegram', async () => {
  const answer = (path: string) =>
    path.startsWith('/file/') ? { status: 200, body: 'bytes of the picture' } : { status: 200, body: found };
  await withFiles(answer, async (source) => {
    const { stream } = await source.open('f');
    assert.equal(await new Response(stream).text(), 'bytes of the picture');
  });
});

test('a file that Telegram lost is gone; trouble on the way is worth another try; neither tells the token', async () => {
  const lost = JSON.stringify({ ok: false, error_code: 400, description: 'Bad Request: wrong file_id' });
  const cases = [
    { answer: () => ({ status: 400, body: lost }), code: 'attachment-gone' },
    {
      answer: (path: string) =>
        path.startsWith('/file/') ? { status: 404, body: '' } : { status: 200, body: found },
      code: 'attachment-gone',
    },
    {
      answer: (path: string) =>
        path.startsWith('/file/') ? { status: 502, body: '' } : { status: 200, body: found },
      code: 'telegram-unreachable',
    },
  ];
  for (const { answer, code } of cases) {
    await withFiles(answer, async (source) => {
      const error = await source.open('f').catch((reason: unknown) => reason);
      assert.ok(error instanceof Error && 'code' in error);
      assert.equal(error.code, code);
      assert.ok(!`${error.message}${error.stack}${String(error.cause)}`.includes(token));
    });
  }
});
