import type { Field, Model } from '#registry';

/** How a file that is not uploaded yet stands in a file field of an input. */
const prefix = 'attachment:';

type Input = Record<string, unknown>;

export function attachmentRef(id: string): string {
  return `${prefix}${id}`;
}

export function isAttachmentRef(text: string): boolean {
  return text.startsWith(prefix);
}

/** The ids of the attachments in an input's file fields, each once. A text that looks like one is a text. */
export function attachmentIds(model: Pick<Model, 'input'>, input: Input): string[] {
  const ids = new Set<string>();
  replaceIn(model, input, (id) => {
    ids.add(id);
    return '';
  });
  return [...ids];
}

/** The attachments of each top-level file field, by the field's name. */
export function attachmentsByField(model: Pick<Model, 'input'>, input: Input): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of Object.entries(input)) {
    const ids = attachmentIds(model, { [name]: value });
    if (ids.length > 0) found.set(name, ids);
  }
  return found;
}

/** The same input with every attachment replaced by what `resolve` answers; each is resolved once, in turn. */
export async function mapAttachments(
  model: Pick<Model, 'input'>,
  input: Input,
  resolve: (id: string) => Promise<string>,
): Promise<Input> {
  const resolved = new Map<string, string>();
  for (const id of attachmentIds(model, input)) resolved.set(id, await resolve(id));
  return replaceIn(model, input, (id) => resolved.get(id) ?? '');
}

function replaceIn(model: Pick<Model, 'input'>, input: Input, replace: (id: string) => string): Input {
  return replaceProperties(model.input, input, replace);
}

function replaceProperties(
  fields: Readonly<Record<string, Field>>,
  values: Input,
  replace: (id: string) => string,
): Input {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, replaceValue(fields[name], value, replace)]),
  );
}

function replaceValue(field: Field | undefined, value: unknown, replace: (id: string) => string): unknown {
  if (!field) return value;
  if (Array.isArray(value)) {
    const item = field.items && field.media ? { ...field.items, media: field.media } : field.items;
    return value.map((each) => replaceValue(item, each, replace));
  }
  if (typeof value === 'object' && value !== null) {
    return field.properties ? replaceProperties(field.properties, value as Input, replace) : value;
  }
  const isAttachment = field.media && typeof value === 'string' && value.startsWith(prefix);
  return isAttachment ? replace(value.slice(prefix.length)) : value;
}
