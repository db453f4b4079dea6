import { fieldName, mediaOf } from '#forms';
import type { FormField } from '#registry';
import { entryPattern } from '../read-value.ts';
import type { Voice } from './voice.ts';

/** Asks for one field, as HTML: what to send, and how much of it. */
export function askText(voice: Voice, field: FormField): string {
  const name = fieldName(voice, field);
  const media = mediaOf(field.field);
  if (media) return askFile(voice, name, media.kind, field.field.max_items);
  if (field.choices.length > 0 && field.field.type !== 'array')
    return voice.html('ask-choice', { field: name });
  if (field.control === 'number') return askNumber(voice, name, field.field);
  if (field.control === 'object' || field.field.items?.type === 'object')
    return askObjects(voice, name, field);
  if (field.control === 'list') return voice.html('ask-list', { field: name });
  return voice.html('ask-text', { field: name });
}

function askFile(voice: Voice, field: string, kind: string, max: number | undefined): string {
  const ask = voice.html(`ask-${kind}`, { field });
  return max !== undefined && max > 1 ? `${ask} ${voice.html('ask-files-up-to', { max })}` : ask;
}

function askNumber(voice: Voice, field: string, { min, max }: FormField['field']): string {
  if (min === undefined || max === undefined) return voice.html('ask-number', { field });
  return voice.html('ask-number-range', { field, min, max });
}

function askObjects(voice: Voice, field: string, { field: schema }: FormField): string {
  const pattern = entryPattern(schema.items ?? schema)
    .map((name) => fieldName(voice, { name, title: name }))
    .join(' | ');
  return voice.html(schema.items ? 'ask-objects' : 'ask-object', { field, pattern });
}
