import type { PublishedField } from './published-fields.ts';
import type { Field, Json, Scalar } from './types.ts';

/** What of a field, or of a price, is not the same. */
export type Aspect =
  | 'field'
  | 'type'
  | 'required'
  | 'values'
  | 'default'
  | 'pattern'
  | 'deprecated'
  | 'price'
  | (typeof LIMITS)[number];

/**
 * One thing that kie.ai and the registry say differently; null: nothing is said. `known` says why it is no news:
 * the registry asks for more on purpose, or says the same in another way.
 */
export interface Finding {
  readonly aspect: Aspect;
  readonly registry: Json;
  readonly published: Json;
  readonly known?: string;
}

const LOWER = ['min', 'min_length', 'min_items'] as const;
const UPPER = ['max', 'max_length', 'max_items'] as const;
const LIMITS = [...LOWER, ...UPPER, 'step'] as const;

const STRICTER = 'the registry is stricter';

/** Compares one field without its inner fields. `demanded`: a rule or variant of the registry asks for it. */
export function compareField(ours: Field, theirs: PublishedField, demanded: boolean): Finding[] {
  return [
    ...compareType(ours, theirs),
    ...compareRequired(ours, theirs, demanded),
    ...compareValues(ours, theirs),
    ...LIMITS.flatMap((key) => compareLimit(key, ours, theirs)),
    ...compareDefault(ours, theirs),
    ...comparePattern(ours, theirs),
    ...(theirs.deprecated && !ours.deprecated ? [finding('deprecated', false, true)] : []),
  ];
}

function finding(aspect: Aspect, registry: Json, published: Json, known?: string): Finding {
  return { aspect, registry, published, ...(known !== undefined && { known }) };
}

function compareType(ours: Field, { type }: PublishedField): Finding[] {
  if (type === undefined || type === ours.type) return [];
  const narrower = ours.type === 'integer' && type === 'number';
  const either = ours.accepts_string === true && type === 'string';
  return [finding('type', ours.type, type, narrower || either ? STRICTER : undefined)];
}

function compareRequired(ours: Field, theirs: PublishedField, demanded: boolean): Finding[] {
  const required = ours.required === true;
  if (required === theirs.required) return [];
  if (required) return [finding('required', true, false, STRICTER)];
  return [finding('required', false, true, demanded ? 'a rule of the registry asks for it' : undefined)];
}

function compareValues(ours: Field, theirs: PublishedField): Finding[] {
  const { values, also = [] } = ours;
  if (theirs.values === undefined) {
    const limited = theirs.min !== undefined || theirs.max !== undefined;
    return values === undefined || limited ? [] : [finding('values', [...values], null, STRICTER)];
  }
  if (ours.type === 'boolean') return [];
  const published = new Set(theirs.values);
  const same = values?.every((value) => published.has(value)) && isWithin(published, [...values, ...also]);
  return same ? [] : [finding('values', values === undefined ? null : [...values], [...published])];
}

function isWithin(published: ReadonlySet<Scalar>, values: readonly Scalar[]): boolean {
  return [...published].every((value) => values.includes(value));
}

function compareLimit(key: (typeof LIMITS)[number], ours: Field, theirs: PublishedField): Finding[] {
  const stated = theirs[key];
  const own = limitOf(key, ours, []);
  if (stated === undefined) {
    return ours[key] === undefined ? [] : [finding(key, ours[key], null, STRICTER)];
  }
  const same = stated === own || stated === limitOf(key, ours, ours.also ?? []) || isIdle(key, stated, ours);
  return same ? [] : [finding(key, own ?? null, stated)];
}

/** A field's limit, also where a list of numbers says it; `also` widens it. */
function limitOf(key: (typeof LIMITS)[number], field: Field, also: readonly Scalar[]): number | undefined {
  const literals = [...(field.values ?? []), ...also].filter((value) => typeof value === 'number');
  const own = field[key];
  const numbers = own === undefined ? literals : [own, ...literals];
  if (key !== 'min' && key !== 'max') return own;
  if (numbers.length === 0) return undefined;
  return key === 'min' ? Math.min(...numbers) : Math.max(...numbers);
}

/** A limit that changes nothing: steps of 1 for whole numbers, at least one character in a field that is required. */
function isIdle(key: (typeof LIMITS)[number], stated: number, ours: Field): boolean {
  if (key === 'step') return stated === 1 && ours.type === 'integer';
  if (key !== 'min_length' && key !== 'min_items') return false;
  return ours[key] === undefined && stated <= (ours.required ? 1 : 0);
}

/** Only the default of an optional field decides what is made, and what it costs. */
function compareDefault(ours: Field, theirs: PublishedField): Finding[] {
  if (ours.required || isEmpty(theirs.default)) return [];
  const [own, stated] = [ours.default ?? null, theirs.default as Json];
  return JSON.stringify(own) === JSON.stringify(stated) ? [] : [finding('default', own, stated)];
}

/** `""`, `[]` and `[""]` stand for "nothing" in kie.ai's documents. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.every((item) => item === ''));
}

function comparePattern(ours: Field, { pattern }: PublishedField): Finding[] {
  if (pattern === undefined || pattern === ours.pattern) return [];
  const checked = ours.media === undefined ? undefined : 'addresses are checked as such';
  return [finding('pattern', ours.pattern ?? null, pattern, checked)];
}
