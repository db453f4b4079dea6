import { choiceName, fieldAbout, fieldName, mediaOf, newEntry, type Speech } from '#forms';
import type { Field, FormField, Mask, Media } from '#registry';
import type { Control, FieldView, MaskView, PropertyView, Shape } from './contract.ts';

/** A field of a form as the page draws it, in the person's language. */
export function fieldView(speech: Speech, field: FormField): FieldView {
  const about = fieldAbout(speech, field);
  const { role } = field.field;
  return {
    ...shapeOf(speech, field),
    name: field.name,
    title: fieldName(speech, field),
    required: field.required,
    place: field.place,
    ...(about === undefined ? {} : { about }),
    ...(role === undefined ? {} : { role }),
    value: field.value ?? null,
    ...(field.default === undefined ? {} : { default: field.default }),
  };
}

type Shaped = Pick<FormField, 'name' | 'field' | 'choices'> & { control: Control };

function shapeOf(speech: Speech, { name, field, control, choices }: Shaped): Shape {
  const media = mediaOf(field);
  return {
    control,
    choices: choices.map((choice) => ({ value: choice.value, label: choiceName(speech, choice, { name }) })),
    ...limitsOf(field),
    ...(media === undefined ? {} : { file: fileShape(media) }),
    ...(control === 'reference' ? { isList: field.type === 'array' } : {}),
    ...(field.mask === undefined ? {} : { mask: maskView(field.mask) }),
    ...(field.items === undefined || media !== undefined
      ? {}
      : { items: nested(speech, name, field.items), ...entryOf(field.items) }),
    ...(field.properties === undefined ? {} : { properties: propertiesOf(speech, field.properties) }),
  };
}

function entryOf(items: Field): Pick<Shape, 'newEntry'> {
  return items.type === 'object' ? { newEntry: newEntry(items) } : {};
}

function fileShape({ kind, max_mb: maxMb, mime }: Media): NonNullable<Shape['file']> {
  return { kind, ...(maxMb === undefined ? {} : { maxMb }), ...(mime === undefined ? {} : { mime }) };
}

function maskView({ of, painted, unsure }: Mask): MaskView {
  return { of, painted, isUnsure: unsure !== undefined };
}

function limitsOf(field: Field): Partial<Shape> {
  const { min, max, step, max_length: maxLength, min_items: minItems, max_items: maxItems } = field;
  const given = { min, max, step, maxLength, minItems, maxItems };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(field.type === 'integer' ? { isInteger: true } : {}),
  };
}

function propertiesOf(speech: Speech, properties: Readonly<Record<string, Field>>): PropertyView[] {
  return Object.entries(properties).map(([name, field]) => ({
    ...nested(speech, name, field),
    name,
    title: fieldName(speech, { name, title: titleOf(name) }),
    required: field.required === true,
  }));
}

function nested(speech: Speech, name: string, field: Field): Shape {
  const choices = (field.values ?? []).map((value) => ({
    value,
    label: field.labels?.[String(value)] ?? String(value),
  }));
  return shapeOf(speech, { name, field, control: controlOf(field), choices });
}

function controlOf(field: Field): Control {
  if (mediaOf(field) !== undefined) return field.type === 'array' ? 'files' : 'file';
  if (field.refers_to !== undefined) return 'reference';
  if (field.values !== undefined && field.type !== 'array') return 'choice';
  if (field.type === 'array') return 'list';
  if (field.type === 'object') return 'object';
  if (field.type === 'boolean') return 'switch';
  return field.type === 'string' ? 'text' : 'number';
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
