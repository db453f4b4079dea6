import type { ProblemView } from '../../../src/http/miniapp/contract.ts';

/** What is wrong at one place; that something is missing is said only once the person wanted to go on. */
export function mistakes(problems: readonly ProblemView[], name: string, isAsked: boolean): ProblemView[] {
  const missing = new Set(['required', 'requires', 'any-of', 'too-few']);
  return problems.filter(({ field, code }) => field === name && (isAsked || !missing.has(code)));
}
