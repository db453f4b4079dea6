import type { FormField, Problem } from '#registry';
import { fieldNameOf, type Speech } from './words.ts';

/** What is wrong with an input, in words; plain text. */
export function problemText(speech: Speech, fields: readonly FormField[], problem: Problem): string {
  const name = (field: string) => fieldNameOf(speech, fields, field);
  const values: Record<string, string | number> = { ...problem.values };
  values.field = problem.field === '' ? '' : placeName(problem, name);
  for (const key of ['other', 'from']) {
    const field = values[key];
    if (typeof field === 'string') values[key] = name(field);
  }
  if (typeof values.fields === 'string') values.fields = values.fields.split(', ').map(name).join(', ');
  return speech.plain(`problem-${problem.code}`, values);
}

/** `Lines 2: Voice` for `dialogue[1].voice`. */
function placeName({ field, path }: Problem, name: (field: string) => string): string {
  const [, index, part] = /\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  if (index === undefined) return name(field);
  const entry = `${name(field)} ${Number(index) + 1}`;
  return part === undefined ? entry : `${entry}: ${name(part)}`;
}
