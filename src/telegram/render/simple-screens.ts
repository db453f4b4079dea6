import type { Locale, Translator } from '#i18n';
import type { Tap } from '../callback-data.ts';
import { homeButton } from './home.ts';
import { button, inRows, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

/** How it works, and whom to ask. */
export function helpScreen(voice: Voice, supportContact: string | null): Screen {
  const support = supportContact ? `\n\n${voice.html('help-support', { contact: supportContact })}` : '';
  return {
    text: voice.html('help-text') + support,
    keyboard: [[button(voice.plain('button-models'), { to: 'types' }), homeButton(voice)]],
  };
}

/** One button per language, each in its own words. */
export function languageScreen(voice: Voice, translator: Translator): Screen {
  const nameOf = (locale: Locale) => translator.t(locale, 'language-name');
  const buttons = translator.locales.map((locale) => {
    const chosen = locale === voice.locale;
    const name = chosen ? voice.plain('form-choice-chosen', { value: nameOf(locale) }) : nameOf(locale);
    return button(name, { to: 'language', locale });
  });
  return { text: voice.html('language-choose'), keyboard: [...inRows(buttons, 2), [homeButton(voice)]] };
}

/** What goes for good and what stays, before it is done. */
export function forgetScreen(voice: Voice): Screen {
  return {
    text: voice.html('forget-ask'),
    keyboard: [[button(voice.plain('button-forget'), { to: 'forget' }, 'danger')], [homeButton(voice)]],
  };
}

/** A sentence, the way back where there is one, and the way home. */
export function noteScreen(voice: Voice, html: string, back?: Tap): Screen {
  const row = back === undefined ? [] : [button(voice.plain('button-back'), back)];
  return { text: html, keyboard: [[...row, homeButton(voice)]] };
}
