/** The package's `ModelInputs`: the entries of the registry as TypeScript. */
import type { Field, Limit, Model, Scalar, Variant } from '#registry';
import { aboutField, aboutModel } from './descriptions.ts';

type Fields = Readonly<Record<string, Field>>;

const HEAD = `/** At least one of these fields. */
type AnyOf<Name extends string> = Name extends string ? { [One in Name]: unknown } : never;

/**
 * Model id → input of createTask, from kie.ai's documentation. Lengths, ranges and conditions across fields are
 * beyond types: \`validate\` of kiegram/registry checks them.
 */
export interface ModelInputs {`;

/** The declarations that take the place of those of src/kie/model-inputs.ts in the package. */
export function modelInputs(models: readonly Model[]): string {
  return [HEAD, ...models.map(member), '}', ''].join('\n');
}

function member(model: Model): string {
  return `  ${comment(aboutModel(model), '  ')}${JSON.stringify(model.id)}: ${inputType(model)};`;
}

/** Variants are a union and "at least one of" is an intersection; all other rules are left to `validate`. */
function inputType(model: Model): string {
  const fields = narrowed(model.input, alwaysLimited(model));
  const shapes = model.variants?.map((variant) => variantType(variant, fields)) ?? [objectType(fields, '  ')];
  const shape = shapes.length === 1 ? shapes.join() : `(${shapes.join(' | ')})`;
  const needs = always(model).map((rule) => rule.any_of ?? rule.one_of ?? []);
  return [shape, ...needs.filter((names) => names.length > 0).map((names) => `AnyOf<${union(names)}>`)].join(
    ' & ',
  );
}

function always(model: Model): Model['rules'] {
  return model.rules.filter(({ when }) => when === undefined);
}

function alwaysLimited(model: Model): Readonly<Record<string, Limit>> {
  return Object.assign({}, ...always(model).map(({ limit }) => limit));
}

function variantType(variant: Variant, fields: Fields): string {
  const own = Object.entries(fields).filter(([name]) => variant.fields.includes(name));
  const required = own.map(([name, field]) => [
    name,
    { ...field, required: variant.required.includes(name) || field.required === true },
  ]);
  const absent = Object.keys(fields).filter((name) => !variant.fields.includes(name));
  return objectType(narrowed(Object.fromEntries(required), variant.overrides ?? {}), '  ', absent);
}

function narrowed(fields: Fields, limits: Readonly<Record<string, Limit>>): Fields {
  const narrow = ([name, field]: [string, Field]) => [name, narrowedField(field, limits[name])];
  return Object.fromEntries(Object.entries(fields).map(narrow));
}

function narrowedField(field: Field, { values, not, ...bounds }: Limit = {}): Field {
  const all = field.values ?? values;
  if (all === undefined) return { ...field, ...bounds };
  const left = all.filter((value) => values?.includes(value) !== false && not?.includes(value) !== true);
  return { ...field, ...bounds, values: left };
}

function objectType(fields: Fields, indent: string, absent: readonly string[] = []): string {
  if (Object.keys(fields).length === 0) return 'Record<string, never>';
  const inner = `${indent}  `;
  const lines = Object.entries(fields).map(([name, field]) => {
    const mark = field.required ? '' : '?';
    return `${inner}${comment(aboutField(field), inner)}${key(name)}${mark}: ${fieldType(field, inner)};`;
  });
  const barred = absent.map((name) => `${inner}${key(name)}?: never;`);
  return ['{', ...lines, ...barred, `${indent}}`].join('\n');
}

function fieldType(field: Field, indent: string): string {
  switch (field.type) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return field.values === undefined ? 'string' : union([...field.values, ...(field.also ?? [])]);
    case 'integer':
    case 'number':
      return numberType(field);
    case 'array':
      return listType(fieldType(field.items ?? { type: 'string' }, indent));
    case 'object':
      return objectType(field.properties ?? {}, indent);
  }
}

function listType(item: string): string {
  return /^\w+$|^\{/.test(item) ? `readonly ${item}[]` : `readonly (${item})[]`;
}

function numberType(field: Field): string {
  if (field.values === undefined) return field.accepts_string ? `number | \`\${number}\`` : 'number';
  const numbers = [...field.values, ...(field.also ?? [])];
  return union(field.accepts_string ? [...numbers, ...numbers.map(String)] : numbers);
}

function union(literals: readonly Scalar[]): string {
  return literals.length === 0 ? 'never' : literals.map((literal) => JSON.stringify(literal)).join(' | ');
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A doc comment in front of a member, '' for nothing to say. */
function comment(text: string, indent: string): string {
  return text === '' ? '' : `/** ${text.replaceAll('*/', '*\u200b/')} */\n${indent}`;
}
