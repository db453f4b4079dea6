import { EXAMPLE_FILES, leastValue } from './sample.ts';
import type { Field, Json, Test } from './types.ts';

/**
 * Values of a field among which there is one for every answer that the tests can give: undefined where it may be
 * left open, its literals, ends and middle of a range, lists of every size that counts. All keep to the description.
 */
export function tellingValues(field: Field, tests: readonly Test[]): (Json | undefined)[] {
  const open = field.required || field.default !== undefined ? [] : [undefined];
  return [...open, ...new Set(givenValues(field, tests))];
}

function givenValues(field: Field, tests: readonly Test[]): Json[] {
  if (field.values !== undefined) return [...field.values, ...(field.also ?? [])];
  switch (field.type) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'number':
      return [...literalsOf(tests), ...(field.also ?? []), ...rangeOf(field)];
    case 'array':
      return sizesOf(field, tests).map((size) => leastValue({ ...field, min_items: size }, EXAMPLE_FILES));
    default:
      return [...literalsOf(tests), leastValue(field, EXAMPLE_FILES)];
  }
}

/** The literals that tests name; null, for no value, is none. */
export function literalsOf(tests: readonly Test[]): (string | number | boolean)[] {
  return tests.flatMap((test) => {
    if (typeof test !== 'object') return [test];
    if (Array.isArray(test)) return test.filter((literal) => literal !== null);
    return 'not' in test ? [...test.not] : [];
  });
}

function rangeOf({ type, min = 0, max = min + 100 }: Field): number[] {
  const middle = (min + max) / 2;
  return [min, type === 'integer' ? Math.round(middle) : middle, max];
}

function sizesOf({ min_items: least = 1, max_items: most = 100 }: Field, tests: readonly Test[]): number[] {
  const bounds = tests.flatMap((test) =>
    typeof test === 'object' && 'items' in test ? [test.items.min ?? 0, test.items.max ?? 0] : [],
  );
  const sizes = new Set([least, ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])]);
  return [...sizes].filter((size) => size >= Math.max(1, least) && size <= most);
}
