import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { File, Message, Update } from 'grammy/types';
import { createTelegramSim } from '../index.ts';
import { BOT, call, form, png, result, TOKEN } from '../test-client.ts';
import { imageSize } from './image-size.ts';

async function start() {
  const sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  return { sim, alice, [Symbol.asyncDispose]: () => sim.close() };
}

test('A photo of a person comes in sizes and can be downloaded byte by byte', async () => {
  await using scene = await start();
  const bytes = png(1600, 900, 5_000);
  const cat = form({ kind: 'photo', caption: 'a cat', file: { bytes, filename: 'cat.png' } });
  await fetch(`${scene.sim.url}/sim/people/${scene.alice.id}/messages`, { method: 'POST', body: cat });
  const update = (await result<Update[]>(scene.sim, 'getUpdates')).at(-1);
  assert.equal(update?.message?.caption, 'a cat');
  const sizes = update?.message?.photo ?? [];
  assert.deepEqual(
    sizes.map(({ width, height }) => [width, height]),
    [
      [90, 51],
      [320, 180],
      [800, 450],
      [1280, 720],
      [1600, 900],
    ],
  );
  const file = await result<File>(scene.sim, 'getFile', { file_id: sizes.at(-1)?.file_id });
  assert.equal(file.file_size, 5_000);
  const download = await fetch(`${scene.sim.url}/file/bot${TOKEN}/${file.file_path}`);
  assert.deepEqual(Buffer.from(await download.arrayBuffer()), bytes);
});

test('A file sent once can be sent again by its id, as the same kind', async () => {
  await using scene = await start();
  const { sim, alice } = scene;
  const video = { bytes: Buffer.from('film'), filename: 'a.mp4', type: 'video/mp4' };
  const sent = await result<Message>(
    sim,
    'sendVideo',
    form({ chat_id: alice.id, video, width: 640, height: 360, duration: 5 }),
  );
  const again = await result<Message>(sim, 'sendVideo', { chat_id: alice.id, video: sent.video?.file_id });
  assert.deepEqual(again.video, sent.video);
  assert.deepEqual([sent.video?.width, sent.video?.height, sent.video?.duration], [640, 360, 5]);
});

for (const [why, photo, description] of [
  ['is empty', { bytes: Buffer.alloc(0), filename: 'a.png' }, 'file must be non-empty'],
  ['is too wide', { bytes: png(2100, 100), filename: 'a.png' }, 'PHOTO_INVALID_DIMENSIONS'],
  ['is too large', { bytes: png(9000, 1001), filename: 'a.png' }, 'PHOTO_INVALID_DIMENSIONS'],
  ['is no picture', { bytes: Buffer.alloc(64, 'x'), filename: 'a.png' }, 'IMAGE_PROCESS_FAILED'],
  [
    'has another extension',
    { bytes: png(10, 10), filename: 'a.svg' },
    'photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp',
  ],
  [
    'is too heavy',
    { bytes: png(10, 10, 10_485_761), filename: 'a.png' },
    'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
  ],
] as const) {
  test(`A photo that ${why} is refused`, async () => {
    await using scene = await start();
    const answer = await call(scene.sim, 'sendPhoto', form({ chat_id: scene.alice.id, photo }));
    assert.deepEqual([answer.status, answer.description], [400, `Bad Request: ${description}`]);
  });
}

test('A bot can not fetch a file over 20 MiB, though it can send one', async () => {
  await using scene = await start();
  const document = { bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 1), filename: 'a.zip' };
  const sent = await result<Message>(scene.sim, 'sendDocument', form({ chat_id: scene.alice.id, document }));
  const answer = await call(scene.sim, 'getFile', { file_id: sent.document?.file_id });
  assert.equal(answer.description, 'Bad Request: file is too big');
});

test('A link is fetched once, must answer with the right type, and a failure is remembered', async () => {
  await using scene = await start();
  let asked = 0;
  const host = createServer((_request, response) => {
    asked += 1;
    const isFirst = asked === 1;
    response.writeHead(isFirst ? 404 : 200, { 'content-type': isFirst ? 'text/plain' : 'text/html' });
    response.end('x');
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const link = (path: string) => ({
    chat_id: scene.alice.id,
    photo: `http://127.0.0.1:${(host.address() as AddressInfo).port}/${path}`,
  });
  const first = await call(scene.sim, 'sendPhoto', link('a.png'));
  assert.equal(first.description, 'Bad Request: failed to get HTTP URL content');
  assert.equal((await call(scene.sim, 'sendPhoto', link('a.png'))).description, first.description);
  assert.equal(asked, 1);
  const wrong = await call(scene.sim, 'sendPhoto', link('b.png'));
  assert.equal(wrong.description, 'Bad Request: wrong type of the web page content');
  const bad = await call(scene.sim, 'sendPhoto', { chat_id: scene.alice.id, photo: 'ftp://a.bc/x.png' });
  assert.match(bad.description ?? '', /^Bad Request: invalid file HTTP URL specified: /);
  host.close();
  host.closeAllConnections();
});

test('Sizes are read from PNG, GIF, JPEG and WebP', () => {
  const padded = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(40)]);
  assert.deepEqual(imageSize(png(3, 4)), { width: 3, height: 4 });
  assert.deepEqual(imageSize(padded('47494638396103000400')), { width: 3, height: 4 });
  assert.deepEqual(imageSize(padded('ffd8ffe000040000ffc000110800040003')), { width: 3, height: 4 });
  assert.deepEqual(imageSize(padded('524946460000000057454250565038580a00000000000000020000030000')), {
    ...{ width: 3, height: 4 },
  });
  assert.equal(imageSize(padded('00')), undefined);
});
