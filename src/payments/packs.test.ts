import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packsFor } from './index.ts';

const packs = [
  { id: 'l', stars: 500, credits: 1200 },
  { id: 's', stars: 50, credits: 100 },
  { id: 'm', stars: 200, credits: 450 },
  { id: 'monthly', stars: 10, credits: 5000, subscription: true },
];
const idsFor = (missing: number) => packsFor(packs, missing).map(({ id }) => id);

test('the packs offered each make up for what is missing, cheapest first', () => {
  assert.deepEqual(idsFor(100), ['s', 'm', 'l']);
  assert.deepEqual(idsFor(101), ['m', 'l']);
  assert.deepEqual(idsFor(1200), ['l']);
});

test('when no pack is enough the largest is offered', () => {
  assert.deepEqual(idsFor(1201), ['l']);
  assert.deepEqual(packsFor([], 5), []);
});
