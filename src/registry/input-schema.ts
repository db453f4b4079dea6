import type { Field, Model, Scalar } from './types.ts';

/** Nothing a person types or lists is longer, where kie.ai states no limit. */
export const LONGEST_TEXT = 500_000;
export const LONGEST_LIST = 1_000;

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema (2020-12) of a model's input, without rules and variants. `address` names the format of URL fields. */
export function inputSchema(model: Model, address: (schemes: readonly string[]) => string): JsonSchema {
  return objectSchema(model.input, address);
}

type Address = (schemes: readonly string[]) => string;

function objectSchema(fields: Readonly<Record<string, Field>>, address: Address): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field, address)])),
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, address: Address): JsonSchema {
  switch (field.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return field.media === undefined ? stringSchema(field) : addressSchema(field, address);
    case 'integer':
    case 'number':
      return field.accepts_string ? { numberOrText: numberSchema(field) } : numberSchema(field);
    case 'array':
      return listSchema(field, address);
    case 'object':
      return objectSchema(field.properties ?? {}, address);
  }
}

function stringSchema(field: Field): JsonSchema {
  if (field.values !== undefined) return { type: 'string', enum: allowed(field, field.values) };
  const least = field.min_length ?? (field.required ? 1 : 0);
  return {
    type: 'string',
    ...(least > 0 && { minLength: least }),
    maxLength: field.max_length ?? LONGEST_TEXT,
    ...(field.pattern !== undefined && { pattern: field.pattern }),
  };
}

function addressSchema(field: Field, address: Address): JsonSchema {
  return {
    type: 'string',
    format: address(field.media?.schemes ?? []),
    maxLength: field.max_length ?? LONGEST_TEXT,
  };
}

function numberSchema(field: Field): JsonSchema {
  if (field.values !== undefined) return { type: field.type, enum: allowed(field, field.values) };
  const range = {
    type: field.type,
    ...(field.min !== undefined && { minimum: field.min }),
    ...(field.max !== undefined && { maximum: field.max }),
    ...(field.step !== undefined && { multipleOf: field.step }),
  };
  return field.also === undefined ? range : { anyOf: [{ enum: [...field.also] }, range] };
}

function listSchema(field: Field, address: Address): JsonSchema {
  const item: Field = field.items ?? { type: 'string' };
  const items = field.media === undefined ? item : { ...item, required: true, media: field.media };
  const least = field.min_items ?? (field.required ? 1 : 0);
  return {
    type: 'array',
    items: fieldSchema({ ...items, required: true }, address),
    ...(least > 0 && { minItems: least }),
    maxItems: field.max_items ?? LONGEST_LIST,
  };
}

function allowed(field: Field, values: readonly Scalar[]): Scalar[] {
  return [...values, ...(field.also ?? [])];
}
