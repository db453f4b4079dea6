import { isOneOf } from './conditions.ts';
import { listed } from './problems.ts';
import type { Limit, Problem } from './types.ts';

type Complaint = Pick<Problem, 'code' | 'values'>;

/** Code points of a text: what kie.ai's length limits count. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >> 10 === 0x36 && text.charCodeAt(at + 1) >> 10 === 0x37) at++;
    length++;
  }
  return length;
}

/** What is wrong with a given value under a narrower bound, if anything. */
export function complaint(limit: Limit, value: unknown): Complaint | undefined {
  return compileLimit(limit)(value);
}

/** The bound as one function of a given value. */
export function compileLimit(limit: Limit): (value: unknown) => Complaint | undefined {
  const { values, not, min, max, min_length, max_length, min_items, max_items } = limit;
  return (value) => {
    if (values !== undefined && !isOneOf(values, value))
      return { code: 'not-allowed-value', values: { allowed: listed(values) } };
    if (not !== undefined && isOneOf(not, value))
      return { code: 'not-allowed-value', values: { refused: listed(not) } };
    if (Array.isArray(value)) return sizeComplaint(value.length, min_items, max_items, 'too-few', 'too-many');
    if (min !== undefined && Number(value) < min) return { code: 'min', values: { limit: min } };
    if (max !== undefined && Number(value) > max) return { code: 'max', values: { limit: max } };
    if (typeof value !== 'string' || isSurelyWithin(value, min_length, max_length)) return undefined;
    return sizeComplaint(lengthOf(value), min_length, max_length, 'too-short', 'too-long');
  };
}

/** Without counting: a code point is one unit of the text, or two. */
function isSurelyWithin(text: string, min: number | undefined, max: number | undefined): boolean {
  return (min === undefined || text.length >= 2 * min) && (max === undefined || text.length <= max);
}

function sizeComplaint(
  size: number,
  min: number | undefined,
  max: number | undefined,
  below: 'too-few' | 'too-short',
  above: 'too-many' | 'too-long',
): Complaint | undefined {
  if (min !== undefined && size < min) return { code: below, values: { limit: min, actual: size } };
  if (max !== undefined && size > max) return { code: above, values: { limit: max, actual: size } };
  return undefined;
}
