import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charge } from './charge.ts';
import type { Quote } from './quote.ts';

const exact: Quote = { kieCredits: 10, credits: 20, lines: [], upperBound: false, notes: [] };
const most: Quote = { ...exact, upperBound: true };

const cases: [string, Quote, number | null, number][] = [
  ['an exact quote stands, whatever kie.ai took', exact, 4, 20],
  ['of an upper bound, what kie.ai took is taken in the same ratio', most, 4, 8],
  ['a part of a credit counts as a whole one', most, 4.1, 9],
  ['never less than one credit', most, 0.01, 1],
  ['never more than was quoted', most, 11, 20],
  ['an upper bound stands where kie.ai says nothing', most, null, 20],
  ['or says nothing was taken for what it delivered', most, 0, 20],
  ['no hundredth of a credit comes from floating point', { ...most, kieCredits: 0.3, credits: 3 }, 0.1, 1],
];

for (const [name, quote, kieCredits, expected] of cases) {
  test(name, () => assert.equal(charge(quote, kieCredits), expected));
}
