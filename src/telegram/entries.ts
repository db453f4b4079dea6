import type { Field, FormField } from '#registry';

/** One entry of a list of objects, e.g. a line of a dialogue; a single object is a list of one. */
export type Entry = Record<string, unknown>;

/** The place of a part: the field's API name, the entry from 0, the property's name. */
export interface PartPlace {
  field: string;
  index: number;
  part: string;
}

/** What an entry consists of; undefined for a field without entries. */
export function entrySchema({ field }: Pick<FormField, 'field'>): Field | undefined {
  if (field.type === 'object') return field;
  return field.items?.type === 'object' ? field.items : undefined;
}

export function entriesOf({ value }: Pick<FormField, 'value'>): Entry[] {
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.filter((entry): entry is Entry => typeof entry === 'object' && entry !== null);
}

/** The field's value with these entries; undefined for none. */
export function withEntries({ field }: Pick<FormField, 'field'>, entries: readonly Entry[]): unknown {
  if (entries.length === 0) return undefined;
  return field.type === 'object' ? entries[0] : entries.slice(0, field.max_items);
}

/** Whether another entry fits. */
export function hasRoom({ field, value }: Pick<FormField, 'field' | 'value'>): boolean {
  const count = entriesOf({ value }).length;
  return field.type === 'object' ? count === 0 : count < (field.max_items ?? Number.POSITIVE_INFINITY);
}

/** A part of an entry as a field of its own. */
export function partField(field: FormField, index: number, part: string): FormField | undefined {
  const schema = entrySchema(field)?.properties?.[part];
  if (!schema) return undefined;
  return {
    name: part,
    title: part,
    control: controlOf(schema),
    field: schema,
    required: schema.required === true,
    choices: (schema.values ?? []).map((value) => ({
      value,
      label: schema.labels?.[String(value)] ?? String(value),
    })),
    value: entriesOf(field)[index]?.[part],
    default: schema.default,
    place: 'main',
  };
}

function controlOf({ media, type, values }: Field): FormField['control'] {
  if (media) return type === 'array' ? 'files' : 'file';
  if (values) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'array' ? 'list' : 'text';
}

/** The field's value with one part changed; undefined takes the part away. */
export function withPart(
  field: FormField,
  { index, part }: Omit<PartPlace, 'field'>,
  value: unknown,
): unknown {
  const entries = entriesOf(field).map((entry, at) => {
    if (at !== index) return entry;
    const { [part]: _former, ...rest } = entry;
    return value === undefined ? rest : { ...rest, [part]: value };
  });
  return withEntries(field, entries);
}

/** As a draft keeps what it awaits: `dialogue[1].text`. */
export function writePlace({ field, index, part }: PartPlace): string {
  return `${field}[${index}].${part}`;
}

export function readPlace(text: string): PartPlace | undefined {
  const [, field, index, part] = /^(\w+)\[(\d{1,3})\]\.(\w+)$/.exec(text) ?? [];
  return field && part ? { field, index: Number(index), part } : undefined;
}
