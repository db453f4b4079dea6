import type { Field, Media, Model } from '#registry';

export type FileKind = Media['kind'];

/** The name of the field that takes what a person writes. */
export function promptField(model: Model): string | undefined {
  return Object.keys(model.input).find((name) => model.input[name]?.role === 'prompt');
}

/** What a field's file must be; undefined for a field without files. */
export function mediaOf(field: Field): Media | undefined {
  return field.media ?? field.items?.media;
}

/** The field that takes a file of this kind: the model's main one if it fits, else the first that does. */
export function fieldForFile(model: Model, kind: FileKind): string | undefined {
  const fitting = Object.keys(model.input).filter((name) => {
    const field = model.input[name];
    return field !== undefined && field.deprecated !== true && mediaOf(field)?.kind === kind;
  });
  return fitting.find((name) => model.input[name]?.role === 'media') ?? fitting[0];
}

/** The field's value with more files in it: a list grows up to its limit, a single address is replaced. */
export function withFiles(field: Field, value: unknown, addresses: readonly string[]): string | string[] {
  if (field.type !== 'array') return addresses.at(-1) ?? '';
  const present = Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string')
    : [];
  const limit = field.max_items ?? Number.POSITIVE_INFINITY;
  return [...present, ...addresses.filter((address) => !present.includes(address))].slice(-limit);
}

/** The words the person wrote for a generation, if its model takes any. */
export function promptOf(
  { input }: { input: Record<string, unknown> },
  model: Model | undefined,
): string | undefined {
  const name = model && promptField(model);
  const words = name === undefined ? undefined : input[name];
  return typeof words === 'string' && words.trim() !== '' ? words : undefined;
}

/** What of an input another model takes as well: same-named fields of the same kind, the words, the file. */
export function carryOver(from: Model, to: Model, input: Record<string, unknown>): Record<string, unknown> {
  const carried: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const field = from.input[name];
    const target = field && targetField(to, name, field);
    if (target !== undefined) carried[target] = fitTo(to.input[target], value);
  }
  return carried;
}

function targetField(to: Model, name: string, field: Field): string | undefined {
  if (field.role === 'prompt') return promptField(to);
  const media = mediaOf(field);
  if (media) return fieldForFile(to, media.kind);
  const same = to.input[name];
  return same && same.type === field.type && sameValues(same, field) ? name : undefined;
}

function sameValues(one: Field, other: Field): boolean {
  return JSON.stringify(one.values ?? []) === JSON.stringify(other.values ?? []);
}

function fitTo(field: Field | undefined, value: unknown): unknown {
  const isList = Array.isArray(value);
  if (field?.type === 'array') return isList ? value : [value];
  return isList ? value[0] : value;
}
