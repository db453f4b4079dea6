import { compileCondition, isPresent } from './conditions.ts';
import { complaint, lengthOf } from './limits.ts';
import type { Condition, Input, Model, Problem, ProblemCode, Rule, Test } from './types.ts';

/** Checks an input of the right shape and adds what it finds wrong. */
export type RuleCheck = (input: Input, found: Problem[]) => void;

type Values = Record<string, string | number>;

/** One function per rule; the condition is tested once, in front. */
export function compileRule(model: Model, rule: Rule): RuleCheck {
  const check = compileVerb(model, rule);
  if (rule.when === undefined) return check;
  const holds = compileCondition(model, rule.when);
  return (input, found) => {
    if (holds(input)) check(input, found);
  };
}

function compileVerb(model: Model, rule: Rule): RuleCheck {
  const context = contextOf(rule);
  if (rule.require) return compileRequire(rule.require, context);
  if (rule.forbid) return compileForbid(rule.forbid, context);
  if (rule.any_of) return compileAnyOf(rule.any_of, context);
  if (rule.one_of) return compileOneOf(rule.one_of, context);
  if (rule.apart) return compileApart(rule.apart, context);
  if (rule.limit) return compileLimit(rule.limit, context);
  if (rule.total_length) return compileTotalLength(rule.total_length, context);
  if (rule.total_items) return compileTotalItems(rule.total_items, context);
  return compileSpan(model, rule.span ?? { from: '', to: '' }, context);
}

/** What every problem of a rule carries: the condition in words of the API, and the reason. */
function contextOf(rule: Rule): Values {
  const values: Values = {};
  if (rule.when !== undefined) values.when = conditionText(rule.when);
  if (rule.because !== undefined) values.because = rule.because;
  return values;
}

/** `resolution: 2K, 4K; image_url: given` — API names and literals, no grammar. */
export function conditionText(condition: Condition): string {
  return Object.entries(condition)
    .map(([name, test]) => `${name}: ${testText(test)}`)
    .join('; ');
}

function testText(test: Test): string {
  if (typeof test !== 'object') return String(test);
  if (Array.isArray(test))
    return test.map((literal) => (literal === null ? '–' : String(literal))).join(', ');
  if ('present' in test) return test.present ? '✓' : '–';
  if ('not' in test) return `≠ ${test.not.map(String).join(', ')}`;
  const { min, max } = (test as { items: { min?: number; max?: number } }).items;
  return `${min ?? 0}…${max ?? '∞'}`;
}

function problem(field: string, code: ProblemCode, values: Values): Problem {
  return { path: field, field, code, values };
}

function compileRequire(names: readonly string[], context: Values): RuleCheck {
  return (input, found) => {
    for (const name of names) {
      if (!isPresent(input[name])) found.push(problem(name, 'requires', context));
    }
  };
}

function compileForbid(names: readonly string[], context: Values): RuleCheck {
  return (input, found) => {
    for (const name of names) {
      if (isPresent(input[name])) found.push(problem(name, 'not-allowed-when', context));
    }
  };
}

function compileAnyOf(names: readonly string[], context: Values): RuleCheck {
  const missing = problem(names[0] ?? '', 'any-of', { ...context, fields: names.join(', ') });
  return (input, found) => {
    if (!names.some((name) => isPresent(input[name]))) found.push(missing);
  };
}

function compileOneOf(names: readonly string[], context: Values): RuleCheck {
  const values = { ...context, fields: names.join(', ') };
  return (input, found) => {
    let given = 0;
    let second: string | undefined;
    for (const name of names) {
      if (!isPresent(input[name])) continue;
      given += 1;
      if (given === 2) second = name;
    }
    if (given !== 1) found.push(problem(second ?? names[0] ?? '', 'one-of', values));
  };
}

function compileApart(groups: readonly (readonly string[])[], context: Values): RuleCheck {
  return (input, found) => {
    let other: string | undefined;
    for (const group of groups) {
      const used = group.find((name) => isPresent(input[name]));
      if (used === undefined) continue;
      if (other === undefined) other = used;
      else found.push(problem(used, 'not-allowed-together', { ...context, other }));
    }
  };
}

function compileLimit(limits: NonNullable<Rule['limit']>, context: Values): RuleCheck {
  const entries = Object.entries(limits);
  return (input, found) => {
    for (const [name, limit] of entries) {
      const value = input[name];
      const wrong = value === undefined ? undefined : complaint(limit, value);
      if (wrong !== undefined) found.push(problem(name, wrong.code, { ...context, ...wrong.values }));
    }
  };
}

function compileTotalLength(total: NonNullable<Rule['total_length']>, context: Values): RuleCheck {
  const [first = ''] = total.of;
  const field = first.split(/[[.]/, 1)[0] ?? first;
  const lengths = total.of.map(compileLength);
  return (input, found) => {
    let actual = 0;
    for (const length of lengths) actual += length(input);
    if (actual <= total.max) return;
    found.push({
      path: field,
      field,
      code: 'total-length',
      values: { ...context, limit: total.max, actual },
    });
  };
}

/** Code points of all texts at a path such as `prompt` or `dialogue[].text`; the path is read once. */
function compileLength(path: string): (input: Input) => number {
  const [name = '', inner] = path.split('[].');
  if (inner === undefined) return (input) => textLength(input[name]);
  return (input) => {
    const items = input[name];
    if (!Array.isArray(items)) return 0;
    let length = 0;
    for (const item of items as (Input | undefined)[]) length += textLength(item?.[inner]);
    return length;
  };
}

function textLength(value: unknown): number {
  return typeof value === 'string' ? lengthOf(value) : 0;
}

function compileTotalItems(total: NonNullable<Rule['total_items']>, context: Values): RuleCheck {
  const weights = Object.entries(total.of);
  const names = weights.map(([name]) => name);
  const { min = 0, max = Number.POSITIVE_INFINITY } = total;
  return (input, found) => {
    let actual = 0;
    for (const [name, weight] of weights) actual += weight * itemsIn(input[name]);
    if (actual >= min && actual <= max) return;
    const limit = actual < min ? min : max;
    found.push(
      problem(names[0] ?? '', 'total-items', { ...context, fields: names.join(', '), limit, actual }),
    );
  };
}

function itemsIn(value: unknown): number {
  return Array.isArray(value) ? value.length : Number(isPresent(value));
}

function compileSpan(model: Model, span: NonNullable<Rule['span']>, context: Values): RuleCheck {
  const { from, to, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = span;
  const range: Values = {
    ...context,
    from,
    ...(span.min !== undefined && { min }),
    ...(span.max !== undefined && { max }),
  };
  return (input, found) => {
    const actual =
      Number(input[to] ?? model.input[to]?.default) - Number(input[from] ?? model.input[from]?.default);
    if (actual < min || actual > max) found.push(problem(to, 'span', { ...range, actual }));
  };
}
