import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOf } from './part-plan.ts';
import type { ResultMedia } from './types.ts';

const images = (count: number): ResultMedia[] =>
  Array.from({ length: count }, (_, index) => ({ url: `https://files/${index}.png`, kind: 'image' }));

test('one picture is one message', () => {
  assert.deepEqual(
    partsOf({ media: images(1) }).map((part) => part.items.length),
    [1],
  );
});

test('many pictures go in albums of ten at most, and none is left alone', () => {
  const sizes = (count: number) => partsOf({ media: images(count) }).map((part) => part.items.length);
  assert.deepEqual(sizes(6), [6]);
  assert.deepEqual(sizes(10), [10]);
  assert.deepEqual(sizes(11), [6, 5]);
  assert.deepEqual(sizes(21), [7, 7, 7]);
});

test('songs come one by one, frames after the clip, words last', () => {
  const parts = partsOf({
    media: [
      { url: 'https://files/last.png', kind: 'image', role: 'last-frame' },
      { url: 'https://files/clip.mp4', kind: 'video' },
      { url: 'https://files/a.mp3', kind: 'audio' },
      { url: 'https://files/b.mp3', kind: 'audio' },
    ],
    text: 'la la la',
  });
  assert.deepEqual(
    parts.map((part) => part.items.map((item) => item.url.split('/').at(-1)).join() || part.text),
    ['clip.mp4', 'a.mp3', 'b.mp3', 'last.png', 'la la la'],
  );
});

test('a result that is only data is shown as its text', () => {
  const [part] = partsOf({ media: [], data: { voiceId: 'v1' } });
  assert.match(part?.text ?? '', /"voiceId": "v1"/);
});
