import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKieSim, virtualClock } from './index.ts';
import { callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const start = () => createKieSim({ clock: virtualClock() });

test('a picture goes up as base64 and comes back unchanged for a day', async () => {
  await using sim = await start();
  const { post } = callerOf(sim);
  const up = await post('/api/file-base64-upload', {
    base64Data: `data:image/png;base64,${DOT}`,
    uploadPath: 'in/pictures',
  });
  assert.deepEqual([up.success, up.code, up.data.mimeType, up.data.fileSize], [true, 200, 'image/png', 70]);
  assert.match(up.data.filePath, /^kieai\/136592\/in\/pictures\/\d+-[0-9a-f]+\.png$/);
  const back = await fetch(up.data.downloadUrl);
  assert.equal(Buffer.from(await back.arrayBuffer()).toString('base64'), DOT);
  await sim.advance(24 * 3_600_000);
  assert.equal((await fetch(up.data.downloadUrl)).status, 404);
});

test('a file goes up as a stream and by its URL, and the same name overwrites', async () => {
  await using sim = await start();
  const { headers, post } = callerOf(sim);
  const form = new FormData();
  form.set('file', new Blob(['first'], { type: 'text/plain' }), 'note.txt');
  form.set('uploadPath', 'notes');
  form.set('fileName', 'note.txt');
  const send = { method: 'POST', headers: { authorization: headers.authorization }, body: form };
  const first = JSON.parse(await (await fetch(`${sim.uploadUrl}/api/file-stream-upload`, send)).text());
  assert.equal(await (await fetch(first.data.downloadUrl)).text(), 'first');

  const base64Data = Buffer.from('second').toString('base64');
  await post('/api/file-base64-upload', { base64Data, uploadPath: 'notes', fileName: 'note.txt' });
  const copy = await post('/api/file-url-upload', { fileUrl: first.data.downloadUrl, uploadPath: 'copies' });
  assert.equal(await (await fetch(copy.data.downloadUrl)).text(), 'second');
});

test('bad uploads say so with success false', async () => {
  await using sim = await start();
  const { post } = callerOf(sim);
  const codes = async (body: object, key = 'sim-key') => {
    const { success, code } = await callerOf(sim, key).post('/api/file-base64-upload', body);
    return [success, code];
  };
  assert.deepEqual(await codes({ base64Data: DOT }), [false, 400]);
  assert.deepEqual(await codes({ base64Data: DOT, uploadPath: '/in/' }), [false, 400]);
  assert.deepEqual(await codes({ base64Data: DOT, uploadPath: 'in' }, 'wrong'), [false, 401]);
  assert.equal((await post('/api/file-url-upload', { fileUrl: 'ftp://x/y', uploadPath: 'in' })).code, 400);
  assert.equal((await fetch(`${sim.url}/api/file-url-upload`)).status, 405);
});

test('a download link is made for our own files only and lives twenty minutes', async () => {
  await using sim = await start();
  const { create, record, post } = callerOf(sim);
  const { taskId } = (await create(PICTURE_MODEL, PICTURE)).data;
  await sim.settle();
  const url = (await record(taskId)).data.response.resultUrls[0];
  const link = (await post('/api/v1/common/download-url', { url })).data;
  const bytes = async (address: string) => Buffer.from(await (await fetch(address)).arrayBuffer());
  assert.deepEqual(await bytes(link), await bytes(url));
  await sim.advance(20 * 60_000);
  assert.equal((await fetch(link)).status, 403);
  assert.deepEqual(await post('/api/v1/common/download-url', { url: 'https://example.com/a.png' }), {
    code: 422,
    msg: 'url is wrong',
    data: null,
  });
});
