import type { Choice, FormField, Model, ModelType } from '#registry';

/** Speaks one language, without markup. */
export interface Speech {
  /** As Unicode names languages, e.g. `en`. */
  readonly locale: string;
  plain(key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
}

/** What a person wants to do, e.g. "Make a picture". */
export function typeName(speech: Speech, type: ModelType): string {
  return speech.plain(`type-${type}`);
}

/** The field's name in the person's language, or the registry's own. */
export function fieldName(speech: Speech, field: Pick<FormField, 'name' | 'title'>): string {
  const key = `field-${field.name}`;
  return speech.has(key) ? speech.plain(key) : field.title;
}

/** What the setting does, in a sentence or two; undefined where nobody has said it. */
export function fieldAbout(
  speech: Speech,
  { name, field }: Pick<FormField, 'name' | 'field'>,
): string | undefined {
  if (field.mask) {
    const about = speech.plain(`about-mask-${field.mask.means}`, { colour: field.mask.painted });
    return field.mask.unsure === undefined ? about : `${about} ${speech.plain('about-mask-unsure')}`;
  }
  const key = `about-${name}`;
  return speech.has(key) ? speech.plain(key) : undefined;
}

/** The same by API name, for sentences that name fields which are not on the screen. */
export function fieldNameOf(speech: Speech, fields: readonly FormField[], name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return fieldName(speech, field ?? { name, title: prettyName(name) });
}

/**
 * An allowed value in the person's language: of a field of languages the language, else `choice-<value>` where there is
 * one, else the registry's label.
 */
export function choiceName(speech: Speech, choice: Choice, field: Pick<FormField, 'name'>): string {
  if (field.name === 'language_code') return languageName(speech.locale, String(choice.value));
  if (typeof choice.value === 'boolean') return speech.plain(choice.value ? 'yes' : 'no');
  const key = `choice-${String(choice.value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')}`;
  return speech.has(key) ? speech.plain(key) : choice.label;
}

function languageName(locale: string, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code;
}

export function prettyName(name: string): string {
  const words = name.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const ICONS: Record<Model['delivers'], string> = { image: '🖼', video: '🎬', audio: '🎵', data: '📝' };

/** A small picture of what the model makes. */
export function modelIcon(model: Pick<Model, 'delivers'> | undefined): string {
  return model ? ICONS[model.delivers] : '📎';
}
