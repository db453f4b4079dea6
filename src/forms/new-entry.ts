import type { Field } from '#registry';

const USUAL_NUMBER = 5;

/** An entry to begin with: whatever has to be given and can be guessed. */
export function newEntry(schema: Field): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const value = part.required === true ? guess(part) : undefined;
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

function guess({ default: given, values, type, min = 1, max = USUAL_NUMBER }: Field): unknown {
  if (given !== undefined) return given;
  if (values !== undefined) return values[0];
  if (type === 'integer' || type === 'number') return Math.max(min, Math.min(max, USUAL_NUMBER));
  return undefined;
}
