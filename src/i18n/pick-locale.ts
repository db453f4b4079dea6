import type { Locale } from './translator.ts';

/** The language to speak: `wanted` (an IETF tag such as `ru-RU`), its main language, or else `fallback`. */
export function pickLocale(locales: readonly Locale[], wanted: string | undefined, fallback: Locale): Locale {
  const tag = wanted?.toLowerCase() ?? '';
  const main = tag.split('-')[0] ?? '';
  return (
    locales.find((locale) => locale.toLowerCase() === tag) ?? locales.find((l) => l === main) ?? fallback
  );
}
