import { conditionHolds, isPresent } from './conditions.ts';
import type { Field, Input, Limit, Model, Rule, Scalar } from './types.ts';
import { closestVariant } from './variants.ts';

/* What a half-filled input still needs, and what it rules out. Form and sample read it; validate has its own, compiled way. */

/** Fields that have to be given in this state of the input, in the order they are best asked: files, text, the rest. */
export function requiredNow(model: Model, input: Input): string[] {
  const names = new Set<string>();
  for (const [name, field] of Object.entries(model.input)) if (field.required) names.add(name);
  for (const name of closestVariant(model, input)?.variant.required ?? []) names.add(name);
  for (const rule of activeRules(model, input))
    for (const name of demandedBy(model, rule, input)) names.add(name);
  return [...names].toSorted((a, b) => rank(model.input[a]) - rank(model.input[b]));
}

function activeRules(model: Model, input: Input): Rule[] {
  return model.rules.filter((rule) => conditionHolds(model, rule.when, input));
}

function demandedBy(model: Model, rule: Rule, input: Input): readonly string[] {
  if (rule.require) return rule.require;
  const choice = rule.any_of ?? rule.one_of;
  const { of: counted = {}, min = 0 } = rule.total_items ?? {};
  const group = choice ?? (min > 0 ? Object.keys(counted) : []);
  if (group.length === 0 || group.some((name) => isPresent(input[name]))) return [];
  const best = group.find((name) => model.input[name]?.role !== undefined) ?? group[0];
  return best === undefined ? [] : [best];
}

function rank(field: Field | undefined): number {
  if (field?.role === 'media') return 0;
  if (field?.media !== undefined || field?.refers_to !== undefined) return 1;
  return field?.role === 'prompt' ? 2 : 3;
}

/** Fields that may not be given in this state of the input. */
export function excludedNow(model: Model, input: Input): ReadonlySet<string> {
  const excluded = new Set(outsideVariants(model, input));
  for (const rule of activeRules(model, input)) {
    for (const name of excludedBy(rule, input)) if (!isPresent(input[name])) excluded.add(name);
  }
  return excluded;
}

/** Fields of no variant that knows all that is given; none when no variant knows it all. */
function outsideVariants({ variants = [], input: fields }: Model, input: Input): string[] {
  const given = Object.keys(input).filter((name) => isPresent(input[name]));
  const open = variants.filter((variant) => given.every((name) => variant.fields.includes(name)));
  if (open.length === 0) return [];
  return Object.keys(fields).filter((name) => !open.some((variant) => variant.fields.includes(name)));
}

function excludedBy(rule: Rule, input: Input): readonly string[] {
  const used = (names: readonly string[]) => names.some((name) => isPresent(input[name]));
  if (rule.forbid) return rule.forbid;
  if (rule.one_of) return used(rule.one_of) ? rule.one_of : [];
  if (rule.apart) {
    const chosen = rule.apart.find(used);
    return chosen === undefined ? [] : rule.apart.filter((group) => group !== chosen).flat();
  }
  const emptied = ([, limit]: [string, Limit]) => limit.max_items === 0 || limit.max_length === 0;
  return Object.entries(rule.limit ?? {})
    .filter(emptied)
    .map(([name]) => name);
}

/** The literals a field may take in this state of the input; undefined when it is free. */
export function valuesNow(model: Model, input: Input, name: string): readonly Scalar[] | undefined {
  const field = model.input[name];
  if (field?.values === undefined && field?.type !== 'boolean') return undefined;
  const all: readonly Scalar[] = field.values ?? [true, false];
  return limitsNow(model, input, name).reduce(
    (left, { values, not }) =>
      left.filter((value) => (values?.includes(value) ?? true) && !(not?.includes(value) ?? false)),
    all,
  );
}

/** Narrower bounds on a field in this state of the input. */
export function limitsNow(model: Model, input: Input, name: string): Limit[] {
  const override = closestVariant(model, input)?.variant.overrides?.[name];
  const limits = activeRules(model, input).flatMap((rule) => rule.limit?.[name] ?? []);
  return override === undefined ? limits : [override, ...limits];
}

/** The default a field has in this state of the input, if kie.ai or the variant has one that is allowed. */
export function defaultNow(model: Model, input: Input, name: string): Field['default'] {
  const override = closestVariant(model, input)?.variant.overrides?.[name]?.default;
  const value = override ?? model.input[name]?.default;
  const allowed = valuesNow(model, input, name);
  if (allowed === undefined || allowed.some((literal) => literal === value)) return value;
  return allowed.length === 1 && value !== undefined ? allowed[0] : undefined;
}

/** A copy of the input with the defaults of all fields that have to be given: kie.ai wants these in the body. */
export function withDefaults(model: Model, input: Input): Input {
  const filled: Input = { ...input };
  for (let before = -1; before !== Object.keys(filled).length; ) {
    before = Object.keys(filled).length;
    for (const name of requiredNow(model, filled)) {
      const value = filled[name] === undefined ? defaultNow(model, filled, name) : undefined;
      if (value !== undefined) filled[name] = value;
    }
  }
  return filled;
}
