import type { Locale, Translator, Values } from '#i18n';
import { escapeHtml } from './html.ts';

/** Speaks one language in Telegram's two ways of writing. */
export interface Voice {
  readonly locale: Locale;
  /** For buttons, toasts and commands, where no markup is read. */
  plain(key: string, values?: Values): string;
  /** For messages: the phrase may hold tags, the values are made harmless. */
  html(key: string, values?: Values): string;
  has(key: string): boolean;
}

export function createVoice(translator: Translator, locale: Locale): Voice {
  return {
    locale,
    plain: (key, values) => translator.t(locale, key, values),
    html: (key, values = {}) => translator.t(locale, key, escapeValues(values)),
    has: (key) => translator.has(locale, key),
  };
}

function escapeValues(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeHtml(value) : value,
    ]),
  );
}
