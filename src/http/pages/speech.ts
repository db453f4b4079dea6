import type { Speech } from '#forms';
import type { Translator } from '#i18n';

export function speechIn(translator: Translator, locale: string): Speech {
  return {
    locale,
    plain: (key, values) => translator.t(locale, key, values),
    has: (key) => translator.has(locale, key),
  };
}
