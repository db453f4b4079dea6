import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResult } from './result.ts';

const A = 'https://tempfile.aiquickdraw.com/r/a.mp4';
const B = 'https://tempfile.aiquickdraw.com/r/b.png';

test('several pictures keep their order', () => {
  assert.deepEqual(readResult(JSON.stringify({ resultUrls: [A, B] })), {
    urls: [A, B],
    raw: { resultUrls: [A, B] },
  });
});

test('first and last frame, and the watermarked variant, stand apart from the main media', () => {
  const frames = readResult(JSON.stringify({ resultUrls: [A], firstFrameUrl: [B], lastFrameUrl: B }));
  assert.deepEqual([frames?.urls, frames?.firstFrameUrls, frames?.lastFrameUrls], [[A], [B], [B]]);
  assert.deepEqual(readResult({ resultUrls: [A], resultWaterMarkUrls: [B] })?.watermarkUrls, [B]);
});

test('text and analysis results are handed on as objects', () => {
  const lyrics = { lyricsData: [{ text: '[Verse]', title: 'Fox' }] };
  assert.deepEqual(readResult(JSON.stringify({ resultObject: lyrics })), {
    urls: [],
    object: lyrics,
    raw: { resultObject: lyrics },
  });
  assert.deepEqual(readResult({ resultObject: '{"subject_status":1}' })?.object, { subject_status: 1 });
  assert.equal(readResult({ resultObject: 'spoken words' })?.object, 'spoken words');
});

test('the two songs of a music task become tracks, their audio the main media', () => {
  const song = {
    id: 's1',
    title: 'Fox',
    duration: 198.44,
    audio_url: A,
    stream_audio_url: B,
    image_url: B,
    model_name: 'chirp',
    prompt: '[Verse]',
    tags: 'folk',
    createTime: 1,
  };
  const result = readResult(
    JSON.stringify({ data: [song, { ...song, id: 's2', audio_url: null, audioUrl: B }] }),
  );
  assert.deepEqual(result?.urls, [A, B]);
  assert.deepEqual(result?.tracks?.[0], {
    id: 's1',
    title: 'Fox',
    audioUrl: A,
    streamAudioUrl: B,
    imageUrl: B,
    durationSeconds: 198.44,
    modelName: 'chirp',
    prompt: '[Verse]',
    tags: 'folk',
  });
  assert.equal(result?.tracks?.[1]?.id, 's2');
});

test('segments keep name and index', () => {
  const result = readResult({ segments: [{ maskUrl: B, name: 'fox', index: '0' }, 'noise'] });
  assert.deepEqual(result?.segments, [{ maskUrl: B, name: 'fox', index: 0 }]);
  assert.deepEqual(result?.urls, [B]);
});

test('loose spellings of a list of URLs are understood, and what is no URL text is left out', () => {
  assert.deepEqual(readResult([A, B])?.urls, [A, B]);
  assert.deepEqual(readResult({ resultUrls: A })?.urls, [A]);
  assert.deepEqual(readResult({ resultUrls: JSON.stringify([A]) })?.urls, [A]);
  assert.deepEqual(readResult({ resultUrls: [{ resultUrl: A }, { url: B }, null, 7, ''] })?.urls, [A, B]);
});

test('unknown fields stay readable in raw', () => {
  assert.deepEqual(readResult({ resultUrls: [A], seed: 7 })?.raw, { resultUrls: [A], seed: 7 });
});

test('nothing readable is null', () => {
  for (const nothing of ['', null, undefined, '{"resultUrls":[', '{}', 7])
    assert.equal(readResult(nothing), null);
});
