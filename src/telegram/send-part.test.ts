import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { LoadedMedia, PartToSend } from '#generation';
import { createTranslator } from '#i18n';
import { createPlainApi } from './api.ts';
import { createVoice } from './render/voice.ts';
import { createPartSender } from './send-part.ts';
import { type ScriptedBotApi, scriptedBotApi } from './testing/bot-api.ts';
import { aGeneration } from './testing/models.ts';

const voice = createVoice(createTranslator(join(import.meta.dirname, '../../locales')), 'en');
const button = [[{ text: 'Again', callback_data: 'x' }]];
const base = { message_id: 5, date: 1, chat: { id: 1, type: 'private', first_name: 'A' } };
const photo = (file_id: string, message_id = 5) => ({
  ...base,
  message_id,
  photo: [
    { file_id: 'tiny', width: 90, height: 60 },
    { file_id: 'small', width: 320, height: 213 },
    { file_id, width: 1280, height: 853 },
  ],
});

function media(given: Partial<LoadedMedia> = {}): LoadedMedia {
  return {
    url: 'https://files.example/a.png',
    kind: 'image',
    bytes: new Uint8Array([1, 2, 3]),
    mime: 'image/png',
    fileName: 'a.png',
    ...given,
  };
}

function send(server: ScriptedBotApi, part: Partial<PartToSend>) {
  const sender = createPartSender(createPlainApi({ token: '1:test', apiRoot: server.apiRoot }));
  return sender({
    voice,
    part: { generation: aGeneration(), index: 0, isLast: true, items: [], ...part },
    caption: '<b>facts</b>',
    actions: button,
    modelTitle: 'Model',
  });
}

const methods = ({ calls }: ScriptedBotApi) => calls.map(({ method }) => method);
const text = (server: ScriptedBotApi, index: number) => JSON.stringify(server.calls[index]?.params);

test('one picture goes as a photo with caption and buttons; its largest size and a small one are remembered', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendPhoto', { result: photo('large') });
  assert.deepEqual(await send(server, { items: [media()] }), [
    { messageId: 5, fileId: 'large', kind: 'photo', thumbnailId: 'small' },
  ]);
  assert.match(text(server, 0), /<b>facts<\/b>/);
  assert.match(text(server, 0), /inline_keyboard/);
});

test('a picture that Telegram refuses as a photo goes as a document', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendPhoto', { error: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  server.answer('sendDocument', { result: { ...base, document: { file_id: 'doc' } } });
  assert.deepEqual(await send(server, { items: [media()] }), [
    { messageId: 5, fileId: 'doc', kind: 'document' },
  ]);
  assert.deepEqual(methods(server), ['sendPhoto', 'sendDocument']);
});

test('a picture above ten megabytes is not even tried as a photo', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendDocument', { result: { ...base, document: { file_id: 'doc' } } });
  await send(server, { items: [media({ bytes: new Uint8Array(10 * 1024 * 1024 + 1) })] });
  assert.deepEqual(methods(server), ['sendDocument']);
});

test('several pictures go as one album with one caption, the buttons follow below', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendMediaGroup', { result: [photo('one', 5), photo('two', 6)] });
  server.answer('sendMessage', { result: { ...base, message_id: 7, text: 'What next?' } });
  const sent = await send(server, { items: [media(), media()] });
  assert.deepEqual(
    sent.map(({ fileId }) => fileId),
    ['one', 'two'],
  );
  assert.equal(text(server, 0).match(/<b>facts<\/b>/g)?.length, 1);
  assert.match(text(server, 1), /inline_keyboard/);
});

test('an album that has arrived is not sent again because its buttons failed', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendMediaGroup', { result: [photo('one', 5), photo('two', 6)] });
  server.answer('sendMessage', { error: 500, description: 'Internal Server Error' });
  assert.equal((await send(server, { items: [media(), media()] })).length, 2);
});

test('spoken words in Ogg come as a voice message', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendVoice', { result: { ...base, voice: { file_id: 'note' } } });
  const sent = await send(server, { items: [media({ kind: 'audio', mime: 'audio/ogg; codecs=opus' })] });
  assert.deepEqual(
    sent.map(({ kind }) => kind),
    ['voice'],
  );
});

test('sound carries title, performer and length; unknown kinds are documents', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendAudio', { result: { ...base, audio: { file_id: 'song' } } });
  server.answer('sendDocument', { result: { ...base, document: { file_id: 'doc' } } });
  const song = media({
    kind: 'audio',
    mime: 'audio/mpeg',
    title: 'Song of <the> sea',
    durationSeconds: 61.4,
  });
  const sent = await send(server, { items: [song, media({ kind: 'audio', mime: 'audio/wav' })] });
  assert.deepEqual(
    sent.map(({ kind }) => kind),
    ['audio', 'document'],
  );
  for (const part of ['Song of <the> sea', 'Model', '61']) assert.ok(text(server, 0).includes(part), part);
});

test('a result too large for the chat goes as a link', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendMessage', { result: { ...base, text: 'link' } });
  const linked = {
    url: 'https://files.example/film.mp4?a=1&b=2',
    kind: 'video' as const,
    bytes: null,
    sizeBytes: null,
  };
  assert.deepEqual(await send(server, { items: [linked] }), [{ messageId: 5, fileId: null, kind: 'text' }]);
  assert.match(
    String(server.calls[0]?.params.text),
    /href="https:\/\/files\.example\/film\.mp4\?a=1&amp;b=2"/,
  );
});

test('a text goes as text, a very long one as a file', async () => {
  await using server = await scriptedBotApi();
  server.answer('sendMessage', { result: { ...base, text: 'x' } });
  server.answer('sendDocument', { result: { ...base, document: { file_id: 'doc' } } });
  await send(server, { text: 'Verse <one>' });
  assert.equal(server.calls[0]?.params.text, 'Verse &lt;one&gt;');
  assert.equal((await send(server, { text: 'word '.repeat(10_000) }))[0]?.kind, 'document');
});

test('trouble after the first of several messages is never called "certainly not sent"', async () => {
  await using server = await scriptedBotApi();
  server.answer(
    'sendAudio',
    { result: { ...base, audio: { file_id: 'one' } } },
    { error: 429, description: 'Too Many Requests: retry after 9', retryAfter: 9 },
  );
  const sound = media({ kind: 'audio', mime: 'audio/mpeg' });
  await assert.rejects(send(server, { items: [sound, sound] }), {
    code: 'rate-limited',
    certainlyNotSent: false,
  });
});
