import { brokenConstraint, waived } from './constraint-check.ts';
import { constraintsOf } from './constraints.ts';
import { checkField } from './field-check.ts';
import { type Input, isFilled, type SimField, type SimModel, type SimVariant } from './models.ts';

/** Why an input is refused. Parameter mistakes are code 500, a few model checks 422 (facts: createTask errors). */
export interface Mistake {
  readonly code: number;
  readonly msg: string;
}

/** The first mistake of an input, or undefined when createTask takes it. Unknown fields are ignored. */
export function findMistake(model: SimModel, input: Input): Mistake | undefined {
  const constraints = constraintsOf(model.id);
  const optional = waived(constraints, model, input);
  const shapes = model.variants?.map((variant) => shapeOf(model, variant)) ?? [{ fields: model.input }];
  const mistakes = shapes.map((shape) => shapeMistake(shape, input, optional));
  const fieldMistake = mistakes.includes(undefined) ? undefined : mistakes[0];
  return fieldMistake ?? brokenConstraint(constraints, model, input);
}

interface Shape {
  readonly fields: Readonly<Record<string, SimField>>;
  /** Fields of the model that do not belong to this variant and must stay empty. */
  readonly foreign?: readonly string[];
}

function shapeOf(model: SimModel, variant: SimVariant): Shape {
  const fields: Record<string, SimField> = {};
  for (const name of variant.fields) {
    const field = model.input[name];
    if (!field) continue;
    fields[name] = { ...field, ...variant.overrides?.[name], required: variant.required.includes(name) };
  }
  return { fields, foreign: Object.keys(model.input).filter((name) => !variant.fields.includes(name)) };
}

function shapeMistake(shape: Shape, input: Input, optional: readonly string[]): Mistake | undefined {
  for (const [name, field] of Object.entries(shape.fields)) {
    const required = field.required === true && !optional.includes(name);
    const msg = checkField(name, { ...field, required }, own(input, name));
    if (msg) return { code: 500, msg };
  }
  const foreign = shape.foreign?.find((name) => isFilled(own(input, name)));
  return foreign ? { code: 500, msg: `${foreign} is not within the range of allowed options` } : undefined;
}

function own(input: Input, name: string): unknown {
  return Object.hasOwn(input, name) ? input[name] : undefined;
}
