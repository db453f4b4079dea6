import { isPresent } from './conditions.ts';
import { defaultNow, excludedNow, requiredNow, valuesNow } from './demands.ts';
import { topName } from './problems.ts';
import type { Choice, Control, Field, FormField, Input, Model, Question } from './types.ts';

/** The field to ask for next: has to be given, has no default, is not given; files first, then the prompt, then the rest. */
export function nextQuestion(model: Model, input: Input): Question | null {
  const name = requiredNow(model, input).find(
    (candidate) => !isAnswered(input[candidate]) && defaultNow(model, input, candidate) === undefined,
  );
  return name === undefined ? null : formField(model, input, name, 'main', true);
}

function isAnswered(value: unknown): boolean {
  return value === false || value === 0 || isPresent(value);
}

/**
 * All fields that apply in this state of the input, main ones first, each group in the order of the registry.
 * Main are those that have to be given, the words and the file, what the price depends on, and choices.
 */
export function fields(model: Model, input: Input): readonly FormField[] {
  const required = new Set(requiredNow(model, input));
  const excluded = excludedNow(model, input);
  const priced = pricedFields(model);
  const placeOf = (name: string, field: Field) =>
    required.has(name) || field.role !== undefined || field.values !== undefined || priced.has(name)
      ? 'main'
      : 'more';
  const shown = Object.keys(model.input)
    .filter((name) => !excluded.has(name) && (!model.input[name]?.deprecated || input[name] !== undefined))
    .map((name) => formField(model, input, name, placeOf(name, fieldOf(model, name)), required.has(name)));
  return [...shown.filter(({ place }) => place === 'main'), ...shown.filter(({ place }) => place === 'more')];
}

/** The fields a model's price depends on. */
function pricedFields({ pricing }: Model): ReadonlySet<string> {
  return new Set(
    pricing.rules.flatMap(({ when = {}, of = [], longest_of: longest = [], over, times }) => [
      ...Object.keys(when),
      ...[...of, ...longest].map(topName),
      ...(over === undefined ? [] : [over]),
      ...(typeof times === 'string' ? [times] : []),
    ]),
  );
}

function formField(
  model: Model,
  input: Input,
  name: string,
  place: FormField['place'],
  required: boolean,
): FormField {
  const field = fieldOf(model, name);
  return {
    name,
    title: titleOf(name),
    control: controlOf(field),
    field,
    required,
    choices: choicesOf(model, input, name, field),
    value: input[name],
    default: defaultNow(model, input, name),
    place,
  };
}

function fieldOf(model: Model, name: string): Field {
  const field = model.input[name];
  if (field === undefined) throw new Error(`${model.id} has no field ${name}`);
  return field;
}

/** `Aspect ratio` of `aspect_ratio` or `aspectRatio`: a fallback where the interface has no name of its own. */
function titleOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function controlOf(field: Field): Control {
  if (field.media !== undefined) return field.type === 'array' ? 'files' : 'file';
  if (field.refers_to !== undefined) return 'reference';
  if (field.values !== undefined) return 'choice';
  switch (field.type) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return 'list';
    case 'object':
      return 'object';
    case 'string':
      return 'text';
  }
}

function choicesOf(model: Model, input: Input, name: string, field: Field): Choice[] {
  const values = field.values === undefined ? [] : (valuesNow(model, input, name) ?? []);
  return [...values, ...(field.values === undefined ? [] : (field.also ?? []))].map((value) => ({
    value,
    label: field.labels?.[String(value)] ?? String(value),
  }));
}
