import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endingOfType, endingOfUrl, fileName, resultFiles } from './result-names.ts';

const ID = '4b1d9f06c2e84a7f93d5a0b86e17c35d';

test('a name says model, task and part, and never leaves its folder', () => {
  assert.equal(fileName('maker/one-2.0', ID, '1', 'png'), 'maker-one-2.0-4b1d9f06-1.png');
  assert.equal(fileName('', ID, '', 'txt'), '4b1d9f06.txt');
  assert.equal(fileName('../../etc/x', ID, '1', 'png'), 'etc-x-4b1d9f06-1.png');
});

test('the ending follows the content type, then the address', () => {
  assert.equal(endingOfType('Image/JPEG; charset=binary'), 'jpg');
  assert.equal(endingOfType('application/octet-stream'), undefined);
  assert.equal(endingOfType(null), undefined);
  assert.equal(endingOfUrl('https://files.example/a/b.MP4?x=1.png'), 'mp4');
  assert.equal(endingOfUrl('https://files.example/a'), undefined);
});

test('every file of a result has its part; watermarked copies only where there is nothing else', () => {
  const watermarkUrls = ['w'];
  const parts = (result: Parameters<typeof resultFiles>[0]) =>
    resultFiles(result).map(({ url, part }) => `${url} ${part}`);
  assert.deepEqual(
    parts({ urls: ['a', 'b'], firstFrameUrls: ['f'], lastFrameUrls: ['l'], watermarkUrls, raw: null }),
    ['a 1', 'b 2', 'f first-frame', 'l last-frame'],
  );
  assert.deepEqual(parts({ urls: [], watermarkUrls, raw: null }), ['w 1']);
});
