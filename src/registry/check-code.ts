import type { Input, Problem } from './types.ts';

/** Adds to `found` what is wrong between the fields of an input of the right shape. */
export type CrossCheck = (input: Input, found: Problem[]) => void;

/** The text of one model's cross check, as it grows. */
export interface CheckCode {
  /** The name under which the text may use this value or function. */
  use(value: unknown): string;
  /** The given value of a field, or `fallback` where none is given. */
  field(name: string, fallback?: unknown): string;
  compile(statements: readonly string[]): CrossCheck;
}

/**
 * All models share the functions that check rules, and code that is shared finds `input[name]` and the next function to call
 * by searching, each time. In a function of one model's own they stand still: as Ajv does it for the shape.
 */
export function createCheckCode(): CheckCode {
  const used: unknown[] = [];
  const use = (value: unknown) => `_${used.push(value) - 1}`;
  return {
    use,
    field(name, fallback) {
      const given = `input[${JSON.stringify(name)}]`;
      return fallback === undefined ? given : `(${given} === undefined ? ${use(fallback)} : ${given})`;
    },
    compile(statements) {
      const names = used.map((_, at) => `_${at}`);
      return new Function(...names, `return (input, found) => { ${statements.join('\n')} };`)(...used);
    },
  };
}
