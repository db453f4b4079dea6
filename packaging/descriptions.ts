/** What an editor shows beside a model or a field. */
import type { Field, Media, Model } from '#registry';

/** One line: title, provider, documentation; and why it should not be used any more. */
export function aboutModel(model: Model): string {
  const about = `${model.title} (${model.provider}).${model.doc === undefined ? '' : ` ${model.doc}`}`;
  if (model.status === 'active') return about;
  const instead = model.replaced_by === undefined ? '' : ` Use ${model.replaced_by}.`;
  return `${about} @deprecated ${model.status_note ?? model.status}${instead}`;
}

/** One line: what the type does not say. */
export function aboutField(field: Field): string {
  const said = [
    media(field.media),
    field.refers_to !== undefined && `Id of an earlier ${field.refers_to}.`,
    within('', field.min, field.max, also(field)),
    field.step !== undefined && `In steps of ${field.step}.`,
    within(' characters', field.min_length, field.max_length),
    within(' items', field.min_items, field.max_items),
    field.default !== undefined && `Default ${JSON.stringify(field.default)}.`,
    field.deprecated && '@deprecated',
  ];
  return said.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

function media(file: Media | undefined): string {
  if (file === undefined) return '';
  const limit = file.max_mb === undefined ? '' : `, at most ${file.max_mb} MB`;
  const kinds = file.mime === undefined ? '' : ` (${file.mime.join(', ')})`;
  return `Address: ${file.kind}${kinds}${limit}.`;
}

function also(field: Field): string {
  return field.also === undefined || field.values !== undefined ? '' : `, or ${field.also.join(', ')}`;
}

function within(unit: string, min: number | undefined, max: number | undefined, more = ''): string {
  if (min === undefined && max === undefined) return '';
  if (min === undefined) return `At most ${max}${unit}${more}.`;
  if (max === undefined) return `At least ${min}${unit}${more}.`;
  if (min === max) return `Exactly ${min}${unit}${more}.`;
  return `${min} to ${max}${unit}${more}.`;
}
