import assert from 'node:assert/strict';
import { test } from 'node:test';
import { videoFacts } from './video-facts.ts';

function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function movieHeader(scale: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(100);
  bytes.writeUInt32BE(scale, 12);
  bytes.writeUInt32BE(length, 16);
  return box('mvhd', bytes);
}

function track(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(84);
  bytes.writeUInt32BE(width * 0x10000, 76);
  bytes.writeUInt32BE(height * 0x10000, 80);
  return box('trak', box('tkhd', bytes));
}

test('size and length are read behind any other box, the sound track has no size', () => {
  const movie = box('moov', movieHeader(1000, 5500), track(0, 0), track(1280, 720));
  const bytes = Buffer.concat([box('ftyp', Buffer.alloc(16)), box('mdat', Buffer.alloc(5000)), movie]);
  assert.deepEqual(videoFacts(bytes), { width: 1280, height: 720, durationSeconds: 5.5 });
});

test('cut, foreign and hostile bytes have no facts and do no harm', () => {
  const movie = box('moov', movieHeader(1000, 5500), track(1280, 720));
  for (let length = 0; length < movie.length - 1; length += 7)
    assert.equal(videoFacts(movie.subarray(0, length)), undefined);
  assert.equal(videoFacts(Buffer.from('not a video at all, just words')), undefined);
  assert.equal(videoFacts(Buffer.alloc(64)), undefined);
});
