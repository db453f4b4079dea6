import type { FormField, Problem } from '#registry';
import type { Voice } from './voice.ts';
import { fieldNameOf } from './words.ts';

/** What is wrong with an input, in words; plain text. */
export function problemText(voice: Voice, fields: readonly FormField[], problem: Problem): string {
  const name = (field: string) => fieldNameOf(voice, fields, field);
  const values: Record<string, string | number> = { ...problem.values };
  values.field = problem.field === '' ? '' : name(problem.field);
  for (const key of ['other', 'from']) {
    const field = values[key];
    if (typeof field === 'string') values[key] = name(field);
  }
  if (typeof values.fields === 'string') values.fields = values.fields.split(', ').map(name).join(', ');
  return voice.plain(`problem-${problem.code}`, values);
}
