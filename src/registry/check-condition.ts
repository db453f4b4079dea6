import { sameScalar } from './conditions.ts';
import { literalsOf } from './telling-values.ts';
import type { Condition, Field, Model, Scalar } from './types.ts';

/** A mistake at a path inside an entry, e.g. ['input', 'seed', 'default']. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Tests of fields that are none, and of values that a field never has. */
export function checkCondition(
  model: Model,
  condition: Condition | undefined,
  path: Finding['path'],
): Finding[] {
  return Object.entries(condition ?? {}).flatMap(([name, test]): Finding[] => {
    const field = model.input[name];
    if (field === undefined) return [{ path: [...path, name], message: `no field ${name}` }];
    return literalsOf([test])
      .filter((literal) => !couldBe(field, literal))
      .map((literal) => ({ path: [...path, name], message: `${name} can never be ${String(literal)}` }));
  });
}

function couldBe(field: Field, literal: Scalar): boolean {
  if (field.also?.some((value) => sameScalar(literal, value))) return true;
  if (field.values !== undefined) return field.values.some((value) => sameScalar(literal, value));
  if (field.type === 'boolean') return typeof literal === 'boolean';
  if (field.type === 'string') return typeof literal === 'string';
  return (
    typeof literal === 'number' && literal >= (field.min ?? literal) && literal <= (field.max ?? literal)
  );
}
