// Phrases in every language
export { pickLocale } from './pick-locale.ts';
export {
  createTranslator,
  type Locale,
  type Translator,
  type TranslatorOptions,
  type Values,
} from './translator.ts';
