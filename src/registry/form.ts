import type { FormField, Input, Model, Question } from './types.ts';

/** The field to ask for next: required, without default, not given; media first, then the prompt, then the rest. */
export function nextQuestion(_model: Model, _input: Input): Question | null {
  throw new Error('not written yet');
}

/** All fields that apply in this state of the input, main ones first. */
export function fields(_model: Model, _input: Input): readonly FormField[] {
  throw new Error('not written yet');
}
