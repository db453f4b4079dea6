import type { Generation } from '#generation';
import type { Voice } from './voice.ts';

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

/** The day alone, e.g. "Dec 16, 2026". */
export function dayText({ locale }: Voice, date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(date);
}

/** The day as short as it can be, e.g. "12/16/26": for rows. */
export function shortDayText({ locale }: Voice, date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone }).format(date);
}

/** What a generation cost its person. */
export function priceText(voice: Voice, { free, price }: Pick<Generation, 'free' | 'price'>): string {
  return voice.plain(free ? 'price-free' : 'price', { price });
}
