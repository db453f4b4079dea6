import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { KieError } from './errors.ts';
import type { UploadSource } from './files.ts';
import { PROXY_502, UPLOADED } from './test-answers.ts';
import { clientOf, rejection, type Seen, startTestServer } from './test-server.ts';

const STREAM = '/api/file-stream-upload';
const BYTES = Buffer.from('a picture, says the person');

async function formOf({ headers, body }: Seen): Promise<FormData> {
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
}

const SOURCES: [name: string, make: () => UploadSource, type: string][] = [
  ['a Buffer', () => BYTES, 'image/png'],
  ['a Uint8Array', () => new Uint8Array(BYTES), 'image/png'],
  ['a Blob', () => new Blob([BYTES], { type: 'image/webp' }), 'image/webp'],
  ['a web stream', () => new Blob([BYTES]).stream(), 'image/png'],
  ['a Node stream', () => Readable.from([BYTES.subarray(0, 9), BYTES.subarray(9)]), 'image/png'],
];

for (const [name, make, type] of SOURCES) {
  test(`${name} is uploaded as a file with name, folder and type`, async (t) => {
    const server = await startTestServer(t);
    server.on(STREAM, { body: UPLOADED });
    const file = await clientOf(server).uploadFile(make(), {
      fileName: 'fox.png',
      uploadPath: '/images/in/',
    });
    assert.equal(file.url, UPLOADED.data.downloadUrl);
    assert.deepEqual(
      [file.fileName, file.size, file.mimeType],
      [UPLOADED.data.fileName, 83558, 'image/jpeg'],
    );
    const [seen] = server.seen;
    assert.ok(seen);
    const form = await formOf(seen);
    const sent = form.get('file');
    assert.ok(sent instanceof File);
    assert.deepEqual(Buffer.from(await sent.arrayBuffer()), BYTES);
    assert.deepEqual([sent.name, sent.type], ['fox.png', type]);
    assert.deepEqual([form.get('uploadPath'), form.get('fileName')], ['images/in', 'fox.png']);
  });
}

test('a file on disk keeps its name and tells its type; a missing one is named', async (t) => {
  const server = await startTestServer(t);
  server.on(STREAM, { body: UPLOADED });
  const folder = await mkdtemp(join(tmpdir(), 'kie-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'voice.mp3'), BYTES);
  await clientOf(server).uploadFile({ path: join(folder, 'voice.mp3') });
  const [seen] = server.seen;
  assert.ok(seen);
  const sent = (await formOf(seen)).get('file');
  assert.ok(sent instanceof File);
  assert.deepEqual([sent.name, sent.type, sent.size], ['voice.mp3', 'audio/mpeg', BYTES.length]);
  const error = await rejection(clientOf(server).uploadFile({ path: join(folder, 'gone.mp3') }));
  assert.equal((error as NodeJS.ErrnoException).code, 'ENOENT');
});

test('an upload is sent again after trouble, a stream included', async (t) => {
  const server = await startTestServer(t);
  server.on(STREAM, PROXY_502, { trouble: 'drop' }, { body: UPLOADED });
  const stream = Readable.from([BYTES]);
  const file = await clientOf(server).uploadFile(stream, { fileName: 'fox.png' });
  assert.equal(file.url, UPLOADED.data.downloadUrl);
  const last = server.seen[2];
  assert.ok(last);
  const sent = (await formOf(last)).get('file');
  assert.ok(sent instanceof File && sent.size === BYTES.length);
});

test('an endless stream is refused before it is sent', async (t) => {
  const server = await startTestServer(t);
  async function* endless() {
    for (;;) yield BYTES;
  }
  const error = await rejection(clientOf(server).uploadFile(endless(), { maxBytes: 1_000 }));
  assert.ok(error instanceof KieError && error.code === 'invalid-input');
  assert.equal(server.seen.length, 0);
});

test('base64 text and a URL are uploaded as JSON', async (t) => {
  const server = await startTestServer(t);
  server.on('/api/file-base64-upload', { body: UPLOADED });
  server.on('/api/file-url-upload', { body: UPLOADED });
  const client = clientOf(server);
  await client.uploadBase64('data:image/png;base64,AAAA', { fileName: 'a.png' });
  await client.uploadFromUrl('https://a.example/b.png');
  assert.deepEqual(
    server.seen.map(({ body }) => JSON.parse(body.toString())),
    [
      { base64Data: 'data:image/png;base64,AAAA', uploadPath: 'uploads', fileName: 'a.png' },
      { fileUrl: 'https://a.example/b.png', uploadPath: 'uploads' },
    ],
  );
});

test('success: false is a failure whatever the code, and an answer without a URL is broken', async (t) => {
  const server = await startTestServer(t);
  server.on(
    '/api/file-url-upload',
    { body: { success: false, code: 400, msg: 'bad url', data: null } },
    { body: { success: false, code: 200, msg: 'storage is full', data: null } },
    { body: { success: true, code: 200, msg: 'ok', data: {} } },
  );
  const codes: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const error = await rejection(clientOf(server).uploadFromUrl('https://a.example/b.png', { retries: 0 }));
    assert.ok(error instanceof KieError);
    codes.push(error.code);
  }
  assert.deepEqual(codes, ['invalid-input', 'server', 'broken-answer']);
});
