import type { CheckCode } from './check-code.ts';
import { isPresent } from './conditions.ts';
import { compileLimit, complaint } from './limits.ts';
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

/** `misfits` as a yes or no, for the usual case: an input that holds no other fields than the model's. */
export function variantCode(model: Model, variant: Variant, code: CheckCode): string {
  const present = (name: string) => `${code.use(isPresent)}(${code.field(name)})`;
  const absent = (name: string) => `!${present(name)}`;
  const foreign = Object.keys(model.input).filter((name) => !variant.fields.includes(name));
  const bounds = Object.entries(variant.overrides ?? {}).map(
    ([name, limit]) =>
      `(${absent(name)} || ${code.use(compileLimit(limit))}(${code.field(name)}) === undefined)`,
  );
  return ['true', ...variant.required.map(present), ...foreign.map(absent), ...bounds].join(' && ');
}

function at(name: string, code: Problem['code'], values: Problem['values']): Problem {
  return { path: name, field: name, code, values };
}

/** How far a problem is from a variant: a field it does not know is worst, one still to be given is least. */
const DISTANCE: Partial<Record<Problem['code'], number>> = { 'not-allowed-when': 10_000, requires: 1 };
const OTHER_DISTANCE = 100;

/** The variant an input is, or comes closest to; of equals the first. Undefined for models without variants. */
export function closestVariant(
  model: Model,
  input: Input,
): { variant: Variant; problems: Problem[] } | undefined {
  const rated = (model.variants ?? []).map((variant) => {
    const problems = misfits(variant, input);
    const distance = problems.reduce((sum, { code }) => sum + (DISTANCE[code] ?? OTHER_DISTANCE), 0);
    return { variant, problems, distance };
  });
  return rated.toSorted((a, b) => a.distance - b.distance)[0];
}
