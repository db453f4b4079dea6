import { isObject } from './coerce.ts';
import { InvalidInputError } from './errors.ts';

const DEEPEST = 64;

/**
 * Refuses an input that JSON cannot carry unchanged: NaN and Infinity (which would silently become null), bigint,
 * functions, symbols, binary data, cycles. Throws `InvalidInputError` with the path of the offender.
 */
export function assertSendable(input: unknown): void {
  if (!isObject(input)) throw new InvalidInputError({}, 'The input must be an object of fields');
  const problem = findProblem(input, 'input', 0);
  if (problem !== null) throw new InvalidInputError({}, problem);
}

function findProblem(value: unknown, path: string, depth: number): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}, not a number`;
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
    return `${path} is a ${typeof value}, which JSON cannot carry`;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Blob || ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
    return `${path} holds binary data: send it with uploadFile first and put its url here`;
  }
  if (depth >= DEEPEST) return `${path} is nested too deeply`;
  for (const [key, item] of Object.entries(value)) {
    const problem = findProblem(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}
