import { flatten, inputSchemaOf, isObject, type JsonObject, listAt, objectAt } from './published-schema.ts';
import { FIELD_TYPES, type FieldType, type Scalar } from './types.ts';

/** What kie.ai's schema says about one field, in the registry's words; absent: it says nothing. */
export interface PublishedField {
  readonly type?: FieldType;
  readonly required: boolean;
  readonly default?: unknown;
  readonly values?: readonly Scalar[];
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly pattern?: string;
  readonly deprecated?: true;
  readonly items?: PublishedField;
  readonly properties?: PublishedFields;
}
export type PublishedFields = Readonly<Record<string, PublishedField>>;

/**
 * The fields of a model's `input` in kie.ai's OpenAPI document (facts: catalogue). Variants of an input are read as
 * one: their fields together, with the widest limits. Null when there is no document, or none that can be read.
 */
export function publishedFields(openapi: unknown): PublishedFields | null {
  const schema = inputSchemaOf(openapi);
  if (schema === undefined) return null;
  const shapes = alternatives(openapi, schema);
  return shapes.some((shape) => objectAt(shape, 'properties') !== undefined)
    ? shapes.map((shape) => fieldsOf(openapi, shape, 0)).reduce(together)
    : null;
}

/** The members of `anyOf` or `oneOf` with what stands beside them; the schema itself without such. */
function alternatives(openapi: unknown, schema: JsonObject): JsonObject[] {
  const { anyOf, oneOf, ...rest } = schema;
  const members = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')]
    .map((member) => flatten(openapi, member))
    .filter((member) => member !== undefined)
    .filter((member) => member.type !== 'null');
  return members.length === 0
    ? [schema]
    : members.map((member) => flatten(openapi, { allOf: [rest, member] }) ?? member);
}

const DEEPEST = 6;

function fieldsOf(openapi: unknown, schema: JsonObject, depth: number): PublishedFields {
  const required = new Set(listAt(schema, 'required').map((name) => String(name).trim()));
  const properties = Object.entries(objectAt(schema, 'properties') ?? {});
  return Object.fromEntries(
    properties.map(([key, property]) => {
      const name = key.trim();
      return [name, fieldOf(openapi, property, required.has(name), depth)];
    }),
  );
}

function fieldOf(openapi: unknown, property: unknown, required: boolean, depth: number): PublishedField {
  const schema = flatten(openapi, property);
  if (schema === undefined || depth > DEEPEST) return { required };
  return alternatives(openapi, schema)
    .map((shape) => readField(openapi, shape, required, depth))
    .reduce(merged);
}

function readField(openapi: unknown, schema: JsonObject, required: boolean, depth: number): PublishedField {
  const type = typeOf(schema);
  const values = valuesOf(schema);
  const items = type === 'array' ? flatten(openapi, schema.items) : undefined;
  return {
    ...(type !== undefined && { type }),
    required,
    ...(schema.default !== undefined && schema.default !== null && { default: schema.default }),
    ...(values.length > 0 && { values }),
    ...limitsOf(schema, type),
    ...(typeof schema.pattern === 'string' && { pattern: schema.pattern }),
    ...(schema.deprecated === true && { deprecated: true as const }),
    ...(items !== undefined && { items: fieldOf(openapi, items, true, depth + 1) }),
    ...(type === 'object' && { properties: fieldsOf(openapi, schema, depth + 1) }),
  };
}

/** The one type that is no null; inferred where only its marks are given; none when there are several. */
function typeOf(schema: JsonObject): FieldType | undefined {
  const named = [schema.type].flat().filter((type) => type !== 'null' && type !== undefined);
  if (named.length > 1) return undefined;
  if (named.length === 1) return FIELD_TYPES.find((type) => type === named[0]);
  if (isObject(schema.properties)) return 'object';
  if (isObject(schema.items)) return 'array';
  const [value] = valuesOf(schema);
  return FIELD_TYPES.find((type) => type === typeof value);
}

function valuesOf(schema: JsonObject): Scalar[] {
  const values = schema.const === undefined ? listAt(schema, 'enum') : [schema.const];
  return values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)) as Scalar[];
}

const NUMBER_KEYS = { min: 'minimum', max: 'maximum', step: 'multipleOf' } as const;
const TEXT_KEYS = { min_length: 'minLength', max_length: 'maxLength' } as const;
const LIST_KEYS = { min_items: 'minItems', max_items: 'maxItems' } as const;

/** The limits that mean something for the type. */
function limitsOf(schema: JsonObject, type: FieldType | undefined): Partial<PublishedField> {
  const keys: Record<string, string> =
    type === 'string' ? TEXT_KEYS : type === 'array' ? LIST_KEYS : type === 'boolean' ? {} : NUMBER_KEYS;
  const stated = Object.entries(keys).filter(([, key]) => Number.isFinite(schema[key]));
  return Object.fromEntries(stated.map(([name, key]) => [name, schema[key]]));
}

/** A field that only some variants have is optional. */
function together(one: PublishedFields, other: PublishedFields): PublishedFields {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const optional = (field: PublishedField): PublishedField => ({ ...field, required: false });
  return Object.fromEntries(
    [...names].flatMap((name): [string, PublishedField][] => {
      const [a, b] = [one[name], other[name]];
      if (a !== undefined && b !== undefined) return [[name, merged(a, b)]];
      const only = a ?? b;
      return only === undefined ? [] : [[name, optional(only)]];
    }),
  );
}

/** What holds for a field that may be either: the wider limit, and nothing where one side says nothing. */
function merged(a: PublishedField, b: PublishedField): PublishedField {
  const both = <K extends keyof PublishedField>(key: K, choose: (x: number, y: number) => number) =>
    typeof a[key] === 'number' && typeof b[key] === 'number' ? { [key]: choose(a[key], b[key]) } : {};
  const same = <K extends keyof PublishedField>(key: K) =>
    a[key] !== undefined && JSON.stringify(a[key]) === JSON.stringify(b[key]) ? { [key]: a[key] } : {};
  return {
    ...same('type'),
    required: a.required && b.required,
    ...same('default'),
    ...(a.values && b.values && { values: [...new Set([...a.values, ...b.values])] }),
    ...both('min', Math.min),
    ...both('max', Math.max),
    ...both('min_length', Math.min),
    ...both('max_length', Math.max),
    ...both('min_items', Math.min),
    ...both('max_items', Math.max),
    ...same('step'),
    ...same('pattern'),
    ...same('deprecated'),
    ...(a.items && b.items && { items: merged(a.items, b.items) }),
    ...(a.properties && b.properties && { properties: together(a.properties, b.properties) }),
  };
}
