import type { Condition, Input, Model } from './types.ts';

/** The value a field has for kie.ai: given, else its default, else undefined. */
export function effectiveValue(model: Model, input: Input, name: string): unknown {
  return Object.hasOwn(input, name) && input[name] !== undefined ? input[name] : model.input[name]?.default;
}

/** Whether every test of the condition holds for the effective values. */
export function conditionHolds(_model: Model, _condition: Condition, _input: Input): boolean {
  throw new Error('not written yet');
}
