import { sameScalar } from './conditions.ts';
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
  if (limit.values && !limit.values.some((literal) => sameScalar(value, literal))) {
    return { code: 'not-allowed-value', values: { allowed: listed(limit.values) } };
  }
  if (limit.not?.some((literal) => sameScalar(value, literal))) {
    return { code: 'not-allowed-value', values: { refused: listed(limit.not) } };
  }
  if (Array.isArray(value))
    return sizeComplaint(value.length, limit.min_items, limit.max_items, 'too-few', 'too-many');
  const number = Number(value);
  if (limit.min !== undefined && number < limit.min) return { code: 'min', values: { limit: limit.min } };
  if (limit.max !== undefined && number > limit.max) return { code: 'max', values: { limit: limit.max } };
  if (typeof value !== 'string' || (limit.min_length === undefined && limit.max_length === undefined))
    return undefined;
  return sizeComplaint(lengthOf(value), limit.min_length, limit.max_length, 'too-short', 'too-long');
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
