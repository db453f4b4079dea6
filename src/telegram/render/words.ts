import type { Choice, FormField, Model, ModelType } from '#registry';
import type { Voice } from './voice.ts';

/** What a person wants to do, e.g. "Make a picture". */
export function typeName(voice: Voice, type: ModelType): string {
  return voice.plain(`type-${type}`);
}

/** The field's name in the person's language, or the registry's own. */
export function fieldName(voice: Voice, field: Pick<FormField, 'name' | 'title'>): string {
  const key = `field-${field.name}`;
  return voice.has(key) ? voice.plain(key) : field.title;
}

/** The same by API name, for sentences that name fields which are not on the screen. */
export function fieldNameOf(voice: Voice, fields: readonly FormField[], name: string): string {
  const field = fields.find((candidate) => candidate.name === name);
  return fieldName(voice, field ?? { name, title: prettyName(name) });
}

/** An allowed value in the person's language: `choice-<value>` where there is one, else the registry's label. */
export function choiceName(voice: Voice, choice: Choice): string {
  if (typeof choice.value === 'boolean') return voice.plain(choice.value ? 'yes' : 'no');
  const key = `choice-${String(choice.value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')}`;
  return voice.has(key) ? voice.plain(key) : choice.label;
}

export function prettyName(name: string): string {
  const words = name.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whole seconds as a person says them: "12 s", "2 min 5 s". */
export function durationText(voice: Voice, seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 90) return voice.plain('seconds-short', { count: whole });
  return voice.plain('minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/** By language and time zone: making one takes far longer than using it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Day and time the way the language writes them. */
export function dateText({ locale }: Voice, date: Date, timeZone: string): string {
  const key = `${locale} ${timeZone}`;
  const format =
    dateFormats.get(key) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone });
  dateFormats.set(key, format);
  return format.format(date);
}

const ICONS: Record<Model['delivers'], string> = { image: '🖼', video: '🎬', audio: '🎵', data: '📝' };

/** A small picture of what the model makes. */
export function modelIcon(model: Pick<Model, 'delivers'> | undefined): string {
  return model ? ICONS[model.delivers] : '📎';
}
