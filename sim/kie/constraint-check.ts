import type { Constraint } from './constraints.ts';
import type { Mistake } from './input-check.ts';
import { effective, type Input, isFilled, type Scalar, type SimModel, strings } from './models.ts';

/** The refusal for the first constraint an input breaks at creation, or undefined. */
export function brokenConstraint(
  constraints: readonly Constraint[],
  model: SimModel,
  input: Input,
): Mistake | undefined {
  for (const constraint of constraints.filter((each) => !each.lazy)) {
    const msg = complaint(constraint, model, input);
    if (msg) return constraint.says ?? { code: 500, msg };
  }
  return undefined;
}

/** True when the input is taken at creation but its task must fail. */
export function failsLater(constraints: readonly Constraint[], model: SimModel, input: Input): boolean {
  return constraints.some(
    (constraint) => constraint.lazy && complaint(constraint, model, input) !== undefined,
  );
}

/** The required fields that this input may leave out. */
export function waived(constraints: readonly Constraint[], model: SimModel, input: Input): readonly string[] {
  return constraints.flatMap(({ waive = [], when }) => (holds(when, model, input) ? waive : []));
}

function complaint(constraint: Constraint, model: SimModel, input: Input): string | undefined {
  if (!holds(constraint.when, model, input)) return undefined;
  return presence(constraint, input) ?? values(constraint, model, input) ?? amounts(constraint, model, input);
}

function holds(when: Constraint['when'], model: SimModel, input: Input): boolean {
  if (!when) return true;
  const is = Object.entries(when.is ?? {}).every(([name, list]) =>
    matches(list, withDefault(model, input, name)),
  );
  const given = Object.entries(when.given ?? {}).every(([name, list]) => matches(list, input[name]));
  const filled = (when.filled ?? []).every((name) => isFilled(input[name]));
  return is && given && filled && (when.empty ?? []).every((name) => !isFilled(input[name]));
}

function presence(constraint: Constraint, input: Input): string | undefined {
  const filled = (name: string) => isFilled(input[name]);
  const missing = constraint.require?.find((name) => !filled(name));
  if (missing) return `${missing} is required`;
  if (constraint.requireAny && !constraint.requireAny.some(filled)) return 'This field is required';
  if (constraint.exactlyOne && !constraint.exactlyOne.some(filled)) return 'This field is required';
  const second = constraint.exactlyOne?.filter(filled)[1];
  const banned = constraint.forbid?.find(filled) ?? second;
  if (banned) return outOfRange(banned);
  const groups = (constraint.oneGroup ?? []).filter((group) => group.some(filled));
  return groups.length > 1 ? outOfRange(groups[1]?.find(filled) ?? '') : undefined;
}

function values(constraint: Constraint, model: SimModel, input: Input): string | undefined {
  for (const [name, list] of Object.entries(constraint.deny ?? {})) {
    if (matches(list, withDefault(model, input, name))) return outOfRange(name);
  }
  for (const [name, max] of Object.entries(constraint.max ?? {})) {
    if (Number(input[name]) > max) return outOfRange(name);
  }
  const span = constraint.span;
  if (!span) return undefined;
  const [from, to] = span.fields;
  const length = Number(withDefault(model, input, to)) - Number(withDefault(model, input, from));
  return length < span.min || length > (span.max ?? Number.POSITIVE_INFINITY) ? outOfRange(to) : undefined;
}

function amounts(constraint: Constraint, model: SimModel, input: Input): string | undefined {
  for (const [name, max] of Object.entries(constraint.maxItems ?? {})) {
    if (count(input[name]) > max) return outOfRange(name);
  }
  for (const [name, exact] of Object.entries(constraint.exactItems ?? {})) {
    if (count(input[name]) !== exact) return outOfRange(name);
  }
  for (const [name, max] of Object.entries(constraint.maxText ?? {})) {
    if (textLength(model, input, name) > max) return outOfRange(name);
  }
  const total = constraint.totalItems;
  const sum =
    total?.fields.reduce((all, name) => all + count(input[name]) * (total.weight?.[name] ?? 1), 0) ?? 0;
  return total && sum > total.max ? outOfRange(total.fields[0] ?? '') : undefined;
}

/** Characters of a text, or of the `text` parts of a list of lines. */
function textLength(model: SimModel, input: Input, name: string): number {
  const value = input[name];
  const lines =
    Array.isArray(value) && model.input[name]?.items?.properties ? value.map((line) => line?.text) : value;
  return strings(lines).reduce((all, text) => all + [...text].length, 0);
}

function withDefault(model: SimModel, input: Input, name: string): unknown {
  const value = effective(model, input, name);
  return value === undefined && model.input[name]?.type === 'boolean' ? false : value;
}

function matches(list: readonly Scalar[], value: unknown): boolean {
  return list.some((literal) => literal === value);
}

function count(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function outOfRange(name: string): string {
  return `${name} is not within the range of allowed options`;
}
