import loaders from 'virtual:phrases';
import { createStore } from './store.ts';

/** A phrase as the build made it of Fluent: text, values, and choices by number or word. */
type Part = string | [name: string] | { s: string; v: Record<string, Pattern>; d: string };
type Pattern = string | Part[];
type Phrases = Record<string, Pattern>;

const spoken = createStore<{ locale: string; phrases: Phrases }>({ locale: 'en', phrases: {} });

/** The language of ours for a tag such as `pt-BR`; English where there is no other. */
export function ours(tag: string): string {
  const [main = ''] = tag.toLowerCase().split('-');
  return main in loaders ? main : 'en';
}

/** Speaks this language of ours from now on. */
export async function speak(locale: string): Promise<void> {
  const load = loaders[locale] ?? loaders.en;
  const phrases = (await load?.())?.default as Phrases;
  document.documentElement.lang = locale;
  spoken.set({ locale, phrases });
}

/** The phrase `web-<key>` of the locales; at the desk `desk-<key>`. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const name = key.slice(key.indexOf('-') + 1);
  return fill(spoken.get().phrases[name] ?? key, values);
}

export function locale(): string {
  return spoken.get().locale;
}

/** Draws the component anew when the language changes. */
export function useLanguage(): string {
  return spoken.use().locale;
}

function fill(pattern: Pattern, values: Record<string, string | number>): string {
  if (typeof pattern === 'string') return pattern;
  return pattern.map((part) => fillPart(part, values)).join('');
}

function fillPart(part: Part, values: Record<string, string | number>): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return show(values[part[0]]);
  const value = values[part.s];
  const rule = typeof value === 'number' ? plurals(locale()).select(value) : '';
  return fill(part.v[String(value)] ?? part.v[rule] ?? part.v[part.d] ?? '', values);
}

function show(value: string | number | undefined): string {
  return typeof value === 'number' ? number(value) : (value ?? '');
}

/** As people write it. What needs no marks is written without Intl, whose first use takes longer than drawing the first page. */
export function number(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : numbers(locale()).format(value);
}

const plurals = oncePerLocale((locale) => new Intl.PluralRules(locale));
const numbers = oncePerLocale((locale) => new Intl.NumberFormat(locale));

function oncePerLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

/** Whole seconds as people say them. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return t('web-seconds', { count: whole });
  return t('web-minutes', { minutes: Math.floor(whole / 60), seconds: whole % 60 });
}

/** Day and time, as short as it can be. */
export function moment(iso: string): string {
  const date = new Date(iso);
  const isToday = new Date().toDateString() === date.toDateString();
  const style = isToday ? { timeStyle: 'short' as const } : { dateStyle: 'medium' as const };
  return new Intl.DateTimeFormat(locale(), style).format(date);
}

export function day(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(new Date(iso));
}
