import type { CheckCode } from './check-code.ts';
import { compileTest, isPresent } from './conditions.ts';
import { compileLimit, lengthOf } from './limits.ts';
import type { Condition, Input, Model, Problem, ProblemCode, Rule, Test } from './types.ts';

type Words = Record<string, string | number>;

/** What a rule of one kind demands, beside the values of the fields that it names, in this order. */
interface Demand {
  readonly names: readonly string[];
  readonly words: Words;
}
type Check<D extends Demand> = (demand: D, values: readonly unknown[], found: Problem[]) => void;

/** A rule as a statement; the condition is tested once, in front. */
export function ruleCode(model: Model, rule: Rule, code: CheckCode): string {
  const demand = demandCode(model, rule, code);
  if (rule.when === undefined) return demand;
  const tests = Object.entries(rule.when).map(
    ([name, test]) => `${code.use(compileTest(test))}(${code.field(name, model.input[name]?.default)})`,
  );
  return `if (${tests.join(' && ')}) ${demand}`;
}

function demandCode(model: Model, rule: Rule, code: CheckCode): string {
  const words = wordsOf(rule);
  const call = <D extends Demand>(
    check: Check<D>,
    demand: D,
    fallback = (_: string): unknown => undefined,
  ) => {
    const values = demand.names.map((name) => code.field(name, fallback(name)));
    return `${code.use(check)}(${code.use(demand)}, [${values.join(', ')}], found);`;
  };
  if (rule.require) return call(checkRequire, { names: rule.require, words });
  if (rule.forbid) return call(checkForbid, { names: rule.forbid, words });
  if (rule.any_of) return call(checkAnyOf, { names: rule.any_of, words });
  if (rule.one_of) return call(checkOneOf, { names: rule.one_of, words });
  if (rule.apart) return call(checkApart, apartDemand(rule.apart, words));
  if (rule.limit) return call(checkLimits, limitsDemand(rule.limit, words));
  if (rule.total_length) return call(checkTotalLength, totalLengthDemand(rule.total_length, words));
  if (rule.total_items) return call(checkTotalItems, totalItemsDemand(rule.total_items, words));
  const span = spanDemand(rule.span ?? { from: '', to: '' }, words);
  return call(checkSpan, span, (name) => model.input[name]?.default);
}

/** What every problem of a rule carries: the condition in words of the API, and the reason. */
function wordsOf(rule: Rule): Words {
  const words: Words = {};
  if (rule.when !== undefined) words.when = conditionText(rule.when);
  if (rule.because !== undefined) words.because = rule.because;
  return words;
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

function problem(field: string | undefined, code: ProblemCode, values: Words): Problem {
  return { path: field ?? '', field: field ?? '', code, values };
}

const checkRequire: Check<Demand> = ({ names, words }, values, found) => {
  for (let at = 0; at < names.length; at++)
    if (!isPresent(values[at])) found.push(problem(names[at], 'requires', words));
};

const checkForbid: Check<Demand> = ({ names, words }, values, found) => {
  for (let at = 0; at < names.length; at++)
    if (isPresent(values[at])) found.push(problem(names[at], 'not-allowed-when', words));
};

const checkAnyOf: Check<Demand> = ({ names, words }, values, found) => {
  for (const value of values) if (isPresent(value)) return;
  found.push(problem(names[0], 'any-of', { ...words, fields: names.join(', ') }));
};

const checkOneOf: Check<Demand> = ({ names, words }, values, found) => {
  let given = 0;
  let second = 0;
  for (let at = 0; at < values.length; at++) {
    if (!isPresent(values[at])) continue;
    given += 1;
    if (given === 2) second = at;
  }
  if (given !== 1) found.push(problem(names[second], 'one-of', { ...words, fields: names.join(', ') }));
};

/** `groups[i]` is the group of `names[i]`. */
interface Apart extends Demand {
  readonly groups: readonly number[];
}

function apartDemand(apart: NonNullable<Rule['apart']>, words: Words): Apart {
  return { names: apart.flat(), groups: apart.flatMap((names, group) => names.map(() => group)), words };
}

/** One problem for each further group that is used, at the first of its fields. */
const checkApart: Check<Apart> = ({ names, groups, words }, values, found) => {
  let other: number | undefined;
  let told: number | undefined;
  for (let at = 0; at < values.length; at++) {
    const group = groups[at];
    if (!isPresent(values[at]) || group === told) continue;
    told = group;
    if (other === undefined) other = at;
    else found.push(problem(names[at], 'not-allowed-together', { ...words, other: names[other] ?? '' }));
  }
};

interface Limits extends Demand {
  readonly complaints: readonly ReturnType<typeof compileLimit>[];
}

function limitsDemand(limits: NonNullable<Rule['limit']>, words: Words): Limits {
  return { names: Object.keys(limits), complaints: Object.values(limits).map(compileLimit), words };
}

const checkLimits: Check<Limits> = ({ names, complaints, words }, values, found) => {
  for (let at = 0; at < names.length; at++) {
    const wrong = values[at] === undefined ? undefined : complaints[at]?.(values[at]);
    if (wrong !== undefined) found.push(problem(names[at], wrong.code, { ...words, ...wrong.values }));
  }
};

/** `inner[i]` is the `text` of `dialogue[].text`; undefined where the field is the text. */
interface TotalLength extends Demand {
  readonly inner: readonly (string | undefined)[];
  readonly max: number;
}

function totalLengthDemand({ of, max }: NonNullable<Rule['total_length']>, words: Words): TotalLength {
  const paths = of.map((path) => path.split('[].'));
  return { names: paths.map(([name = '']) => name), inner: paths.map(([, inner]) => inner), max, words };
}

const checkTotalLength: Check<TotalLength> = ({ names, inner, max, words }, values, found) => {
  let actual = 0;
  for (let at = 0; at < values.length; at++) actual += textLength(values[at], inner[at]);
  if (actual > max) found.push(problem(names[0], 'total-length', { ...words, limit: max, actual }));
};

/** Code points of a text, or of the texts called `inner` in a list. */
function textLength(value: unknown, inner?: string): number {
  if (inner === undefined) return typeof value === 'string' ? lengthOf(value) : 0;
  if (!Array.isArray(value)) return 0;
  let length = 0;
  for (const item of value as (Input | undefined)[]) length += textLength(item?.[inner]);
  return length;
}

interface TotalItems extends Demand {
  readonly weights: readonly number[];
  readonly min: number;
  readonly max: number;
}

function totalItemsDemand(total: NonNullable<Rule['total_items']>, words: Words): TotalItems {
  const { min = 0, max = Number.POSITIVE_INFINITY } = total;
  return { names: Object.keys(total.of), weights: Object.values(total.of), min, max, words };
}

const checkTotalItems: Check<TotalItems> = ({ names, weights, min, max, words }, values, found) => {
  let actual = 0;
  for (let at = 0; at < values.length; at++) actual += (weights[at] ?? 0) * itemsIn(values[at]);
  if (actual >= min && actual <= max) return;
  const limit = actual < min ? min : max;
  found.push(problem(names[0], 'total-items', { ...words, fields: names.join(', '), limit, actual }));
};

function itemsIn(value: unknown): number {
  return Array.isArray(value) ? value.length : Number(isPresent(value));
}

interface Span extends Demand {
  readonly min: number;
  readonly max: number;
}

function spanDemand(span: NonNullable<Rule['span']>, words: Words): Span {
  const { from, to, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = span;
  const told = {
    ...words,
    from,
    ...(span.min !== undefined && { min }),
    ...(span.max !== undefined && { max }),
  };
  return { names: [to, from], min, max, words: told };
}

const checkSpan: Check<Span> = ({ names, min, max, words }, [end, start], found) => {
  const actual = Number(end) - Number(start);
  if (actual < min || actual > max) found.push(problem(names[0], 'span', { ...words, actual }));
};
