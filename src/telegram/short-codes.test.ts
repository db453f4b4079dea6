import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Model } from '#registry';
import { byShortCode, createModelCodes, shortCode } from './short-codes.ts';
import { aModel } from './testing/models.ts';

test('a code finds its model again, also after the registry has grown', () => {
  const before = createModelCodes({ models: [aModel({ id: 'a/one' }), aModel({ id: 'b/two' })] });
  const after = createModelCodes({
    models: [aModel({ id: 'new' }), aModel({ id: 'b/two' }), aModel({ id: 'a/one' })],
  });
  assert.equal(after.modelOf(before.codeOf('b/two'))?.id, 'b/two');
  assert.equal(after.modelOf('nobody'), undefined);
});

test('two models of one code stop the start', () => {
  const twice: Model[] = [aModel({ id: 'same' }), aModel({ id: 'same' })];
  assert.throws(() => createModelCodes({ models: twice }), /share the button code/);
});

test('a value is found by the code of its text', () => {
  assert.equal(byShortCode([1, 2.5, 16], shortCode('2.5'), String), 2.5);
  assert.equal(byShortCode([1], shortCode('2'), String), undefined);
});
