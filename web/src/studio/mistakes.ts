import type { ProblemView } from '../../../src/http/miniapp/contract.ts';

/** Inside of an object, where the property itself tells. */
const inside = /\.\w+$/;

/** What is wrong with a field as a whole; that something is missing is said only once the person wanted to go on. */
export function mistakes(problems: readonly ProblemView[], name: string, isAsked: boolean): ProblemView[] {
  const missing = new Set(['required', 'requires', 'any-of', 'too-few']);
  return problems.filter(
    ({ field, path, code }) => field === name && !inside.test(path) && (isAsked || !missing.has(code)),
  );
}
