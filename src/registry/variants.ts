import { isPresent } from './conditions.ts';
import { complaint } from './limits.ts';
import type { Input, Model, Problem, Variant } from './types.ts';

/** What keeps an input from being this variant; empty when it is one. */
export function misfits(variant: Variant, input: Input): Problem[] {
  const found: Problem[] = [];
  for (const name of variant.required) {
    if (!isPresent(input[name])) found.push(at(name, 'requires', { variant: variant.title }));
  }
  for (const name of Object.keys(input)) {
    const given = isPresent(input[name]);
    if (given && !variant.fields.includes(name))
      found.push(at(name, 'not-allowed-when', { when: variant.title }));
    const override = variant.overrides?.[name];
    const issue = override && given ? complaint(override, input[name]) : undefined;
    if (issue !== undefined) found.push(at(name, issue.code, { ...issue.values, when: variant.title }));
  }
  return found;
}

/** `misfits` as a yes or no, for the usual case. */
export function compileVariant(variant: Variant): (input: Input) => boolean {
  const known = new Set(variant.fields);
  const overrides = Object.entries(variant.overrides ?? {});
  return (input) => {
    for (const name of variant.required) if (!isPresent(input[name])) return false;
    for (const name in input) if (!known.has(name) && isPresent(input[name])) return false;
    for (const [name, limit] of overrides) {
      if (isPresent(input[name]) && complaint(limit, input[name]) !== undefined) return false;
    }
    return true;
  };
}

function at(name: string, code: Problem['code'], values: Problem['values']): Problem {
  return { path: name, field: name, code, values };
}

/**
 * The variant an input is, or comes closest to: the fewest contradictions first, then the fewest gaps,
 * then the order of the file. Undefined for models without variants.
 */
export function closestVariant(
  model: Model,
  input: Input,
): { variant: Variant; problems: Problem[] } | undefined {
  const rated = (model.variants ?? []).map((variant) => {
    const problems = misfits(variant, input);
    const gaps = problems.filter(({ code }) => code === 'requires').length;
    return { variant, problems, contradictions: problems.length - gaps, gaps };
  });
  return rated.toSorted((a, b) => a.contradictions - b.contradictions || a.gaps - b.gaps)[0];
}
