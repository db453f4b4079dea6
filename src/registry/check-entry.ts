import { checkCondition, type Finding } from './check-condition.ts';
import { checkPricing } from './check-pricing.ts';
import { topName } from './problems.ts';
import type { Field, Model, Rule } from './types.ts';

const VERBS = [
  'require',
  'forbid',
  'any_of',
  'one_of',
  'apart',
  'limit',
  'total_length',
  'total_items',
  'span',
] as const;

/** What a well-formed entry still has wrong: defaults outside the values, rules on unknown fields, two prices for one case, … */
export function checkEntry(model: Model): readonly Finding[] {
  return [
    ...Object.entries(model.input).flatMap(([name, field]) => checkField(field, ['input', name])),
    ...checkRoles(model),
    ...checkMasks(model),
    ...model.rules.flatMap((rule, index) => checkRule(model, rule, ['rules', index])),
    ...checkVariants(model),
    ...checkPricing(model),
  ];
}

function checkField(field: Field, path: Finding['path']): Finding[] {
  const found: Finding[] = [];
  const wrong = (key: string, message: string) => found.push({ path: [...path, key], message });
  const textual = field.type === 'string';
  const numeric = field.type === 'integer' || field.type === 'number';
  for (const [low, high] of [
    ['min', 'max'],
    ['min_length', 'max_length'],
    ['min_items', 'max_items'],
  ] as const) {
    if ((field[low] ?? 0) > (field[high] ?? Number.POSITIVE_INFINITY)) wrong(low, `${low} is above ${high}`);
  }
  for (const key of ['min', 'max', 'step', 'accepts_string'] as const) {
    if (field[key] !== undefined && !numeric) wrong(key, `${key} is for numbers, this is ${field.type}`);
  }
  for (const key of ['min_length', 'max_length', 'pattern'] as const) {
    if (field[key] !== undefined && !textual) wrong(key, `${key} is for strings, this is ${field.type}`);
  }
  for (const key of ['min_items', 'max_items', 'items'] as const) {
    if (field[key] !== undefined && field.type !== 'array')
      wrong(key, `${key} is for arrays, this is ${field.type}`);
  }
  if (field.type === 'array' && field.items === undefined) wrong('type', 'an array needs items');
  if (field.type === 'object' && field.properties === undefined) wrong('type', 'an object needs properties');
  if (field.pattern !== undefined && !compiles(field.pattern)) wrong('pattern', 'not a regular expression');
  if (field.default !== undefined && !defaultFits(field))
    wrong('default', 'the default is not an allowed value');
  const labelled = field.values?.map(String);
  for (const key of Object.keys(field.labels ?? {})) {
    if (!labelled?.includes(key)) wrong('labels', `label for ${key}, which is no value`);
  }
  if (field.items !== undefined) found.push(...checkField(field.items, [...path, 'items']));
  for (const [name, inner] of Object.entries(field.properties ?? {})) {
    found.push(...checkField(inner, [...path, 'properties', name]));
  }
  return found;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function defaultFits(field: Field): boolean {
  const value = field.default;
  if (field.also?.some((literal) => literal === value)) return true;
  if (field.values !== undefined) return field.values.some((literal) => literal === value);
  if (field.type === 'array') return Array.isArray(value);
  if (field.type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (field.type === 'string' || field.type === 'boolean') return typeof value === field.type;
  if (typeof value !== 'number' || (field.type === 'integer' && !Number.isInteger(value))) return false;
  return value >= (field.min ?? value) && value <= (field.max ?? value);
}

function checkRoles(model: Model): Finding[] {
  return (['prompt', 'media'] as const).flatMap((role) => {
    const holders = Object.keys(model.input).filter((name) => model.input[name]?.role === role);
    return holders.slice(1).map((name) => ({
      path: ['input', name, 'role'],
      message: `${holders[0]} is the ${role} already`,
    }));
  });
}

function checkMasks({ input }: Model): Finding[] {
  return Object.entries(input).flatMap(([name, { mask, media }]) => {
    if (mask === undefined) return [];
    const wrong = (message: string): Finding[] => [{ path: ['input', name, 'mask'], message }];
    if (media?.kind !== 'image') return wrong('a mask is a picture');
    return input[mask.of]?.media?.kind === 'image' ? [] : wrong(`${mask.of} takes no picture`);
  });
}

function checkRule(model: Model, rule: Rule, path: Finding['path']): Finding[] {
  const verbs = VERBS.filter((verb) => rule[verb] !== undefined);
  const found: Finding[] = [...checkCondition(model, rule.when, [...path, 'when'])];
  if (verbs.length !== 1)
    found.push({ path, message: `a rule says exactly one thing, this says ${verbs.length}` });
  for (const [name, where] of namedFields(rule)) {
    if (model.input[name] === undefined)
      found.push({ path: [...path, ...where], message: `no field ${name}` });
  }
  return found;
}

function namedFields(rule: Rule): [string, (string | number)[]][] {
  const lists = (['require', 'forbid', 'any_of', 'one_of'] as const).flatMap((verb) =>
    (rule[verb] ?? []).map((name, index): [string, (string | number)[]] => [name, [verb, index]]),
  );
  return [
    ...lists,
    ...(rule.apart ?? []).flatMap((group, at) =>
      group.map((name, index): [string, (string | number)[]] => [name, ['apart', at, index]]),
    ),
    ...Object.keys(rule.limit ?? {}).map((name): [string, (string | number)[]] => [name, ['limit', name]]),
    ...Object.keys(rule.total_items?.of ?? {}).map((name): [string, (string | number)[]] => [
      name,
      ['total_items', 'of', name],
    ]),
    ...(rule.total_length?.of ?? []).map((name, index): [string, (string | number)[]] => [
      topName(name),
      ['total_length', 'of', index],
    ]),
    ...(rule.span === undefined
      ? []
      : (['from', 'to'] as const).map((end): [string, (string | number)[]] => [
          rule.span?.[end] ?? '',
          ['span', end],
        ])),
  ];
}

function checkVariants(model: Model): Finding[] {
  return (model.variants ?? []).flatMap((variant, index) => {
    const known = [...variant.fields, ...variant.required, ...Object.keys(variant.overrides ?? {})];
    return known
      .filter((name) => model.input[name] === undefined || !variant.fields.includes(name))
      .map((name) => ({ path: ['variants', index], message: `${name} is no field of this variant` }));
  });
}
