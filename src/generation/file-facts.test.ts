import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audioSeconds } from './audio-facts.ts';
import { readFacts } from './file-facts.ts';
import { imageSize } from './image-facts.ts';

function bytes(size: number, ...parts: [at: number, content: string | number[]][]): Uint8Array {
  const made = Buffer.alloc(size);
  for (const [at, content] of parts) Buffer.from(content as string, 'latin1').copy(made, at);
  return made;
}

test('the size of a picture is read from its header', () => {
  const png = bytes(40, [16, [0, 0, 4, 0, 0, 0, 3, 0]]);
  assert.deepEqual(imageSize(png, 'image/png'), { width: 1024, height: 768 });
  const jpeg = bytes(40, [0, [0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, 0xff, 0xc2, 0, 17, 8, 3, 0, 4, 0]]);
  assert.deepEqual(imageSize(jpeg, 'image/jpeg'), { width: 1024, height: 768 });
  const webp = bytes(40, [12, 'VP8X'], [24, [0xff, 3, 0, 0xff, 2, 0]]);
  assert.deepEqual(imageSize(webp, 'image/webp'), { width: 1024, height: 768 });
  const lossless = bytes(40, [12, 'VP8L'], [21, [0xff, 0xc3, 0xbf, 0]]);
  assert.deepEqual(imageSize(lossless, 'image/webp'), { width: 1024, height: 768 });
  assert.deepEqual(imageSize(bytes(4), 'image/png'), {}, 'a cut file has no size');
});

test('the length of a sound is read from its bytes', () => {
  const wav = bytes(
    44 + 16_000,
    [12, 'fmt '],
    [16, [16, 0, 0, 0]],
    [28, [0x40, 0x1f, 0, 0]],
    [36, 'data'],
    [40, [0x80, 0x3e, 0, 0]],
  );
  assert.equal(audioSeconds(wav, 'audio/wav'), 2);
  const flac = bytes(42, [18, [0x0a, 0xc4, 0x40, 0xf0, 0, 1, 0x58, 0x88]]);
  assert.equal(audioSeconds(flac, 'audio/flac'), 2);
  const opus = bytes(120, [0, 'OggS'], [28, 'OpusHead'], [60, 'OggS'], [66, [0, 0x77, 1, 0, 0, 0, 0, 0]]);
  assert.equal(audioSeconds(opus, 'audio/ogg'), 2);
  // MPEG 1, layer III, 128 kbit/s, 44 100 Hz: 417 bytes and 1152 samples a frame, after a tag that is skipped.
  const frames = 100;
  const heads = Array.from({ length: frames }, (_, frame): [number, number[]] => [
    30 + frame * 417,
    [0xff, 0xfb, 0x90, 0],
  ]);
  const mp3 = bytes(30 + frames * 417, [0, 'ID3'], [9, [20]], ...heads);
  assert.equal(audioSeconds(mp3, 'audio/mpeg'), (frames * 1152) / 44_100);
  assert.equal(audioSeconds(bytes(10), 'audio/mpeg'), null);
});

test('what no model can use has no facts', async () => {
  assert.equal(await readFacts(new TextEncoder().encode('<svg onload="alert(1)">')), null);
  assert.equal(await readFacts(bytes(64, [0, 'MZ'])), null, 'a program');
});
