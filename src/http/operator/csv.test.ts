import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from './csv.ts';

test('a text that a spreadsheet would run is only a text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
    assert.match(csvLine([text]), /^"?'/, JSON.stringify(text));
  assert.equal(csvLine([-5, 'a-b', null]), '-5,a-b,\r\n');
});

test('commas, quotes and lines stay inside of their cell', () => {
  assert.equal(csvLine(['a,b', 'say "hi"', 'one\ntwo']), '"a,b","say ""hi""","one\ntwo"\r\n');
});
