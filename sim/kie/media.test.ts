import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKieSim, type KieSim, virtualClock } from './index.ts';
import { secondsOfMedia } from './media-length.ts';
import { callerOf, PICTURE, PICTURE_MODEL } from './test-client.ts';

const start = () => createKieSim({ clock: virtualClock() });

async function resultOf(sim: KieSim, model: string, input: object) {
  const { create, record } = callerOf(sim);
  const created = await create(model, input);
  assert.equal(created.code, 200, created.msg);
  await sim.settle();
  return JSON.parse((await record(created.data.taskId)).data.resultJson);
}

async function download(url: string) {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(Number(answer.headers.get('content-length')), bytes.length);
  return { type: answer.headers.get('content-type'), bytes };
}

test('a picture is a PNG of the proportions asked for, and the prompt changes it', async () => {
  await using sim = await start();
  const of = async (prompt: string) =>
    (await resultOf(sim, PICTURE_MODEL, { ...PICTURE, prompt, aspect_ratio: '16:9' })).resultUrls[0];
  const fox = await download(await of('a red fox'));
  assert.equal(fox.type, 'image/png');
  assert.equal(fox.bytes.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
  assert.deepEqual([fox.bytes.readUInt32BE(16), fox.bytes.readUInt32BE(20)], [768, 432]);
  assert.notDeepEqual((await download(await of('рыжий кот 🦊 <&>\u0000\ud800'))).bytes, fox.bytes);
  assert.deepEqual((await download(await of('a red fox'))).bytes, fox.bytes);
});

test('a picture can be a JPEG', async () => {
  await using sim = await start();
  const { resultUrls } = await resultOf(sim, 'flux1-kontext', { prompt: 'a fox', aspect_ratio: '4:3' });
  const { type, bytes } = await download(resultUrls[0]);
  assert.equal(type, 'image/jpeg');
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'ffd8ff');
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  assert.deepEqual([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)], [768, 576]);
  assert.equal(bytes.subarray(-2).toString('hex'), 'ffd9');
});

test('a picture made from an upload shows it', async () => {
  await using sim = await start();
  const { post } = callerOf(sim);
  const source = (await resultOf(sim, PICTURE_MODEL, PICTURE)).resultUrls[0];
  const base64Data = (await download(source)).bytes.toString('base64');
  const upload = (await post('/api/file-base64-upload', { base64Data, uploadPath: 'in' })).data.downloadUrl;
  const edit = async (url: string) =>
    (
      await download(
        (
          await resultOf(sim, 'google/nano-banana-edit', { prompt: 'blue', image_urls: [url] })
        ).resultUrls[0],
      )
    ).bytes;
  assert.deepEqual(await edit(upload), await edit(source));
  assert.notDeepEqual(await edit(upload), await edit('https://example.com/elsewhere.png'));
});

test('a clip is a playable MP4 of three seconds and can be read in parts', async () => {
  await using sim = await start();
  const { resultUrls } = await resultOf(sim, 'kling-2.6/text-to-video', {
    prompt: 'a ball',
    sound: false,
    aspect_ratio: '16:9',
    duration: '5',
  });
  const { type, bytes } = await download(resultUrls[0]);
  assert.equal(type, 'video/mp4');
  assert.equal(bytes.subarray(4, 8).toString(), 'ftyp');
  assert.equal(secondsOfMedia(bytes), 3);
  const part = await fetch(resultUrls[0], { headers: { range: 'bytes=4-7' } });
  assert.deepEqual(
    [part.status, part.headers.get('content-range'), await part.text()],
    [206, `bytes 4-7/${bytes.length}`, 'ftyp'],
  );
  const tail = await fetch(resultUrls[0], { headers: { range: 'bytes=-10' } });
  assert.deepEqual(Buffer.from(await tail.arrayBuffer()), bytes.subarray(-10));
  assert.equal((await fetch(resultUrls[0], { headers: { range: 'bytes=9999999-' } })).status, 416);
});

test('speech is an MP3, and a track can be had as WAV', async () => {
  await using sim = await start();
  const speech = await resultOf(sim, 'elevenlabs/text-to-speech-multilingual-v2', {
    text: 'hello',
    voice: 'Rachel M',
  });
  const { type, bytes } = await download(speech.resultUrls[0]);
  assert.equal(type, 'audio/mpeg');
  assert.equal(bytes.readUInt16BE(0) & 0xffe0, 0xffe0);
  assert.ok(Math.abs((secondsOfMedia(bytes) ?? 0) - 4) < 0.2);
  const wav = await resultOf(sim, 'ai-music-api/convert-to-wav-format', { task_id: 'a', audio_id: 'b' });
  const track = await download(wav.resultUrls[0]);
  assert.equal(track.type, 'audio/wav');
  assert.equal(secondsOfMedia(track.bytes), 4);
});

test('results come in every documented shape', async () => {
  await using sim = await start();
  const songs = await resultOf(sim, 'ai-music-api/generate', {
    custom_mode: false,
    instrumental: true,
    model: 'V5',
    prompt: 'calm',
  });
  assert.equal(songs.data.length, 2);
  assert.equal((await download(songs.data[1].audio_url)).type, 'audio/mpeg');
  assert.equal((await download(songs.data[1].image_url)).type, 'image/png');

  const lyrics = await resultOf(sim, 'ai-music-api/generate-lyrics', { prompt: 'rain' });
  assert.match(lyrics.resultObject.lyricsData[0].text, /rain/);
  const image_url = 'https://example.com/a.png';
  const masks = await resultOf(sim, 'omnihuman-1-5/subject-detection', { image_url });
  assert.equal((await download(masks.resultObject.mask_urls[0])).type, 'image/png');
  const { segments } = await resultOf(sim, 'grok-imagine-image-2-0/segment-map', { image_url });
  assert.deepEqual(Object.keys(segments[0]), ['maskUrl', 'name', 'index']);
  const frames = await resultOf(sim, 'bytedance/seedance-2', { prompt: 'a fox', return_last_frame: true });
  assert.deepEqual(Object.keys(frames), ['resultUrls', 'firstFrameUrl', 'lastFrameUrl']);
  const several = await resultOf(sim, 'grok-imagine/text-to-image', { prompt: 'a fox', aspect_ratio: '1:1' });
  assert.equal(several.resultUrls.length, 4);
});

test('result URLs die after fourteen days', async () => {
  await using sim = await start();
  const { resultUrls } = await resultOf(sim, PICTURE_MODEL, PICTURE);
  assert.equal((await fetch(resultUrls[0])).status, 200);
  await sim.advance(14 * 24 * 3_600_000);
  assert.equal((await fetch(resultUrls[0])).status, 404);
});
