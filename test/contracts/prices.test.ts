import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PricingError, type Quote, quote } from '#pricing';
import { conditionHolds, type Input, loadRegistry, type Model, priceValues, sample } from '#registry';
import { loadModels, priceOf } from '../../sim/kie/index.ts';
import { leastOf } from './made-inputs.ts';

/* Every combination of what a price depends on, for every model, against the simulator's own reading of the price list. */

const registry = loadRegistry();
const active = registry.list({ status: 'active' });
const simulated = new Map(loadModels().map((model) => [model.id, model]));

/** Every source lasts as long as the simulator takes an unknown one to last, and has the pixels of its pictures. */
const SECONDS = 5;
const measured = { videoSeconds: SECONDS, audioSeconds: SECONDS, megapixels: 1024 ** 2 / 1e6 };

interface Case {
  readonly model: Model;
  readonly input: Input;
}

const cases = active.flatMap(combinations);

describe(`${cases.length} combinations of what prices depend on`, () => {
  test('have exactly one base price each, or are said to have none', (t) => {
    const wrong = cases.filter(
      ({ model, input }) => basePrices(model, input).length !== (isSold(model, input) ? 1 : 0),
    );
    assert.deepEqual(wrong.map(describeCase), []);
    const sold = cases.filter(({ model, input }) => isSold(model, input)).length;
    t.diagnostic(`${sold} priced, ${cases.length - sold} not for sale`);
    assert.ok(sold > 1000);
  });

  test('reach every rule', () => {
    const reached = new Set(
      cases.flatMap(({ model, input }) =>
        model.pricing.rules.filter(({ when }) => conditionHolds(model, when, input)),
      ),
    );
    const idle = active.flatMap(({ id, pricing }) =>
      pricing.rules.filter((rule) => !reached.has(rule)).map((rule) => `${id} ${JSON.stringify(rule)}`),
    );
    assert.deepEqual(idle, []);
  });

  test('are refused with the reason where they are not for sale', () => {
    for (const { model, input } of cases.filter((each) => !isSold(each.model, each.input)))
      assert.throws(
        () => quote(model, input, { markup: 1, measured }),
        (error) =>
          error instanceof PricingError && error.code === 'not-for-sale' && error.evidence.because !== '',
      );
  });

  test('cost what the simulator takes, an upper bound at least that', () => {
    const parted = cases.filter(({ model, input }) => {
      if (!isSold(model, input)) return false;
      const { kieCredits, upperBound } = quote(model, input, { markup: 1, measured });
      const taken = simulatedPrice(model, input);
      return upperBound ? kieCredits < taken - 0.0001 : Math.abs(kieCredits - taken) > 0.0001;
    });
    assert.deepEqual(parted.map(describeCase), []);
  });
});

describe('what only the files or the model know', () => {
  test('is measured, or quoted as an upper bound: every source that counts', (t) => {
    const kinds = { measured: 0, bound: 0 };
    for (const { model, field, input } of active.flatMap(sourcesThatCount)) {
      const exact = quote(model, input, { markup: 1, measured });
      const other = quote(model, input, {
        markup: 1,
        measured: { videoSeconds: 6, audioSeconds: 6, megapixels: 2 },
      });
      assert.ok(other.kieCredits > exact.kieCredits, `${model.id}: a longer ${field} costs more`);
      const unmeasured = attempt(model, input);
      if (unmeasured instanceof PricingError) {
        assert.equal(unmeasured.code, 'needs-measure', model.id);
        assert.ok(sourcesThatCount(model).some((source) => source.field === unmeasured.evidence.field));
        kinds.measured += 1;
      } else {
        assert.ok(unmeasured.upperBound && unmeasured.kieCredits >= exact.kieCredits, model.id);
        kinds.bound += 1;
      }
    }
    t.diagnostic(
      `${kinds.measured} sources have to be measured, ${kinds.bound} are bounded where they are not`,
    );
    assert.ok(kinds.measured > 5 && kinds.bound > 5);
  });

  test('is quoted as the longest result where the length is left to the model', () => {
    const model = active.find(({ input }) => input.duration?.also?.includes(-1));
    assert.ok(model);
    const open = quote(model, sample(model, undefined, { duration: -1 }), { markup: 1 });
    const longest = quote(model, sample(model, undefined, { duration: model.input.duration?.max }), {
      markup: 1,
    });
    assert.deepEqual([open.kieCredits, open.upperBound], [longest.kieCredits, true]);
  });
});

/** Inputs with one source whose length or size is multiplied with the price. */
function sourcesThatCount(model: Model): (Case & { field: string })[] {
  const counting = model.pricing.rules.filter(
    ({ unit, sizes }) => unit === 'second' || (unit === 'megapixel' && !sizes),
  );
  const names = new Set(counting.flatMap(({ of = [], longest_of: longest = [] }) => [...of, ...longest]));
  return [...names].flatMap((field) => {
    const description = model.input[field];
    if (description?.media === undefined) return [];
    const input = sample(model, undefined, { [field]: leastOf(description) });
    return registry.validate(model.id, input).ok ? [{ model, field, input }] : [];
  });
}

function attempt(model: Model, input: Input): Quote | PricingError {
  try {
    return quote(model, input, { markup: 1 });
  } catch (error) {
    if (error instanceof PricingError) return error;
    throw error;
  }
}

/** Valid inputs with every combination of the values that tell price rules apart. */
function combinations(model: Model): Case[] {
  let all: Input[] = [{}];
  for (const [name, values] of priceValues(model))
    all = all.flatMap((one) =>
      values.map((value) => (value === undefined ? one : { ...one, [name]: value })),
    );
  return all
    .map((combination) => ({ model, input: sample(model, undefined, combination) }))
    .filter(({ input }) => registry.validate(model.id, input).ok);
}

function basePrices(model: Model, input: Input) {
  return model.pricing.rules.filter((rule) => !rule.adds && conditionHolds(model, rule.when, input));
}

function isSold(model: Model, input: Input): boolean {
  const { not_for_sale: closed, unpriced = [] } = model.pricing;
  return closed === undefined && !unpriced.some(({ when }) => conditionHolds(model, when, input));
}

function simulatedPrice(model: Model, input: Input): number {
  const known = simulated.get(model.id);
  assert.ok(known, model.id);
  return priceOf(known, input, { secondsOf: () => SECONDS, earlierInput: () => undefined });
}

function describeCase({ model, input }: Case): string {
  const ours = isSold(model, input) ? said(quote(model, input, { markup: 1, measured })) : 'not sold';
  return `${model.id} ${JSON.stringify(input).slice(0, 300)}: registry ${ours}, simulator ${simulatedPrice(model, input)}`;
}

function said({ kieCredits, upperBound }: Quote): string {
  return `${upperBound ? 'at most ' : ''}${kieCredits}`;
}
