import { checkCondition, type Finding } from './check-condition.ts';
import { compileCondition } from './conditions.ts';
import { topName } from './problems.ts';
import { tellingValues } from './telling-values.ts';
import type { Condition, Json, Model, PriceRule } from './types.ts';

/** Prices on unknown fields, and two base prices for one input. */
export function checkPricing(model: Model): Finding[] {
  const { rules, unpriced, not_for_sale: closed } = model.pricing;
  const found: Finding[] = [];
  if (rules.length > 0 === (closed !== undefined)) {
    found.push({ path: ['pricing'], message: 'either rules or not_for_sale' });
  }
  rules.forEach((rule, index) => {
    found.push(...checkPriceRule(model, rule, ['pricing', 'rules', index]));
  });
  for (const [index, other] of overlaps(model)) {
    const message = `may hold together with rule ${other + 1}: two base prices for one input`;
    found.push({ path: ['pricing', 'rules', index], message });
  }
  unpriced?.forEach((entry, index) => {
    found.push(...checkCondition(model, entry.when, ['pricing', 'unpriced', index, 'when']));
  });
  return found;
}

function checkPriceRule(model: Model, rule: PriceRule, path: Finding['path']): Finding[] {
  const fields = [...(rule.of ?? []), ...(rule.longest_of ?? [])].map(topName);
  if (rule.over !== undefined) fields.push(rule.over);
  if (typeof rule.times === 'string') fields.push(rule.times);
  return [
    ...checkCondition(model, rule.when, [...path, 'when']),
    ...fields
      .filter((name) => model.input[name] === undefined)
      .map((name) => ({ path, message: `no field ${name}` })),
  ];
}

/** Pairs of base rules that no field keeps apart, by their places in the list: the later one first. */
function overlaps(model: Model): [number, number][] {
  const base = model.pricing.rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => !rule.adds);
  const answers = answersOf(
    model,
    base.map(({ rule }) => rule.when ?? {}),
  );
  return base.flatMap(({ index }, at) =>
    base
      .slice(0, at)
      .filter((_other, before) => !areApart(answers[at], answers[before]))
      .map(({ index: other }): [number, number] => [index, other]),
  );
}

/** What the test of each field of a condition says to each telling value of the field. */
type Answers = Readonly<Record<string, readonly boolean[]>>;

function answersOf(model: Model, conditions: readonly Condition[]): Answers[] {
  const values = new Map(priceValues(model));
  return conditions.map((condition) =>
    Object.fromEntries(
      Object.entries(condition).map(([name, test]) => {
        const holds = compileCondition(model, { [name]: test });
        return [name, (values.get(name) ?? []).map((value) => holds({ [name]: value }))];
      }),
    ),
  );
}

function areApart(one: Answers = {}, other: Answers = {}): boolean {
  return Object.entries(one).some(([name, answers]) => {
    const others = other[name];
    return others !== undefined && !answers.some((holds, at) => holds && others[at]);
  });
}

/** The fields whose values decide which price rule holds, each with values for every case. */
export function priceValues({ pricing, input }: Model): [name: string, values: (Json | undefined)[]][] {
  const conditions = [...pricing.rules, ...(pricing.unpriced ?? [])].map(({ when = {} }) => when);
  const names = new Set(conditions.flatMap((condition) => Object.keys(condition)));
  return [...names].map((name) => {
    const tests = conditions.map((condition) => condition[name]).filter((test) => test !== undefined);
    return [name, tellingValues(input[name] ?? { type: 'string' }, tests)];
  });
}
