import type { Condition, Input, Model, Test } from './types.ts';

type Check = (input: Input) => boolean;
type ValueCheck = (value: unknown) => boolean;

/** A condition belongs to one model, so it alone is the key. */
const compiled = new WeakMap<Condition, Check>();

/** The value a field has for kie.ai: given, else its default, else undefined. */
export function effectiveValue(model: Model, input: Input, name: string): unknown {
  const given = input[name];
  return given === undefined ? model.input[name]?.default : given;
}

/** Whether a value counts as given: an empty text or list does not. */
export function isPresent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** Whether every test of the condition holds for the effective values. */
export function conditionHolds(model: Model, condition: Condition | undefined, input: Input): boolean {
  return condition === undefined || checkOf(model, condition)(input);
}

function checkOf(model: Model, condition: Condition): Check {
  const known = compiled.get(condition);
  if (known !== undefined) return known;
  const check = compileCondition(model, condition);
  compiled.set(condition, check);
  return check;
}

/** The condition as one function of the input. */
export function compileCondition(model: Model, condition: Condition): Check {
  const checks = Object.entries(condition).map(([name, test]) => {
    const check = compileTest(test);
    const fallback = model.input[name]?.default;
    return (input: Input) => check(input[name] === undefined ? fallback : input[name]);
  });
  const [first, second] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (input) => checks.every((check) => check(input));
}

/** The test as one function of the value a field has for kie.ai. */
export function compileTest(test: Test): ValueCheck {
  if (typeof test !== 'object') return (value) => sameScalar(value, test);
  if (isList(test)) {
    const open = test.includes(null);
    const literals = test.filter((literal) => literal !== null);
    return (value) => (isPresent(value) ? isOneOf(literals, value) : open);
  }
  if ('present' in test) {
    const { present } = test;
    return (value) => isPresent(value) === present;
  }
  if ('not' in test) {
    const { not } = test;
    return (value) => !isOneOf(not, value);
  }
  const { min = 0, max = Number.POSITIVE_INFINITY } = test.items;
  return (value) => {
    const items = Array.isArray(value) ? value.length : 0;
    return items >= min && items <= max;
  };
}

function isList(test: Test): test is Extract<Test, readonly unknown[]> {
  return Array.isArray(test);
}

/** Whether a literal of the list is the value. */
export function isOneOf(literals: readonly unknown[], value: unknown): boolean {
  for (const literal of literals) if (sameScalar(value, literal)) return true;
  return false;
}

/** Equal, where a number and its text are the same value (fields that accept numeric strings). */
export function sameScalar(value: unknown, literal: unknown): boolean {
  if (value === literal) return true;
  if (typeof value === 'string' && typeof literal === 'number') return Number(value) === literal;
  return typeof value === 'number' && typeof literal === 'string' && value === Number(literal);
}
