import { newEntry } from '#forms';
import type { Field, FormField, Scalar } from '#registry';

/** The value a typed message means for a field, or null when it cannot mean any. Limits are the registry's business. */
export type Reading = { value: unknown } | null;

/** Reads a person's message as the value of a field. */
export function readValue(field: Pick<FormField, 'field' | 'choices'>, message: string): Reading {
  return readAs(
    field.field,
    field.choices.map((choice) => choice.value),
    field.choices,
    message,
  );
}

function readAs(
  field: Field,
  values: readonly Scalar[],
  choices: FormField['choices'],
  message: string,
): Reading {
  const text = message.trim();
  if (field.type === 'array') return readList(field, text);
  if (field.type === 'object') return wrap(readEntry(field, text));
  if (values.length > 0 && !isOpen(field)) return readChoice(values, choices, text);
  if (field.type === 'boolean') return readSwitch(text);
  if (field.type === 'integer' || field.type === 'number') return readNumber(text);
  return text === '' ? null : { value: text };
}

/** Fields with a range beside their list of values take any number. */
function isOpen(field: Field): boolean {
  return field.values === undefined;
}

function readChoice(values: readonly Scalar[], choices: FormField['choices'], text: string): Reading {
  const wanted = text.toLowerCase();
  const byValue = values.find((value) => String(value).toLowerCase() === wanted);
  if (byValue !== undefined) return { value: byValue };
  const byLabel = choices.find((choice) => choice.label.toLowerCase() === wanted);
  return byLabel ? { value: byLabel.value } : null;
}

const YES = new Set(['yes', 'on', 'true', '1', '+']);
const NO = new Set(['no', 'off', 'false', '0', '-']);

function readSwitch(text: string): Reading {
  const word = text.toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : null;
}

function readNumber(text: string): Reading {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? { value: Number(plain) } : null;
}

/** One entry per line; lines of a list of objects hold their parts between bars. */
function readList(field: Field, text: string): Reading {
  const { items } = field;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || items === undefined) return null;
  const entries = lines.map((line) =>
    items.type === 'object' ? readEntry(items, line) : readAs(items, items.values ?? [], [], line)?.value,
  );
  return entries.includes(undefined) ? null : { value: entries };
}

/** The order in which a line names an object's parts: the required ones, or all when none is. */
export function entryPattern(field: Field): string[] {
  const properties = Object.entries(field.properties ?? {});
  const required = properties.filter(([, property]) => property.required === true);
  return (required.length > 0 ? required : properties).map(([name]) => name);
}

function readEntry(field: Field, line: string): Record<string, unknown> | undefined {
  const names = entryPattern(field);
  return line.includes('|') || names.length === 1 ? readParts(field, names, line) : readWords(field, line);
}

/** Words alone, where everything else an entry needs can be guessed. */
function readWords(field: Field, line: string): Record<string, unknown> | undefined {
  const properties = field.properties ?? {};
  const texts = entryPattern(field).filter(
    (name) => properties[name]?.type === 'string' && properties[name]?.values === undefined,
  );
  const [words, ...others] = texts;
  return words === undefined || others.length > 0 ? undefined : { ...newEntry(field), [words]: line.trim() };
}

function readParts(
  field: Field,
  names: readonly string[],
  line: string,
): Record<string, unknown> | undefined {
  const parts = splitParts(line, names.length);
  const entry: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const property = field.properties?.[name];
    const part = parts[index];
    if (property === undefined || part === undefined) return undefined;
    const reading = readAs(property, property.values ?? [], labelled(property), part);
    if (reading === null) return undefined;
    entry[name] = reading.value;
  }
  return entry;
}

function labelled({ values = [], labels = {} }: Field): FormField['choices'] {
  return values.map((value) => ({ value, label: labels[String(value)] ?? String(value) }));
}

/** Bars beyond the last part belong to it. */
function splitParts(line: string, count: number): string[] {
  const parts = line.split('|');
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join('|')]
    .map((part) => part.trim())
    .filter(Boolean);
}

function wrap(value: unknown): Reading {
  return value === undefined ? null : { value };
}
