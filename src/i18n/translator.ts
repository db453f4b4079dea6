import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';

/** A language tag that has a file `<locale>.ftl`, such as `en` or `ru`. */
export type Locale = string;

/** Numbers are written the way the language writes them; texts stand as they are. */
export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  /** Every language that has a file, in alphabetical order. */
  readonly locales: readonly Locale[];
  /** The phrase in this language, its placeholders filled. Not escaped for any markup. */
  t(locale: Locale, key: string, values?: Values): string;
  has(locale: Locale, key: string): boolean;
  /** Every phrase key of this language. */
  keys(locale: Locale): string[];
}

export interface TranslatorOptions {
  /**
   * Told about a phrase that is missing or cannot be filled. Left out, it throws; a running bot hands
   * in its log instead, and the person then reads the English phrase or, at last, the key.
   */
  onMissing?: (problem: string) => void;
}

const FALLBACK = 'en';

/**
 * Reads every `<locale>.ftl` (Fluent) of a folder.
 *
 * @throws Error for a file that does not parse, or for a folder without `en.ftl`
 */
export function createTranslator(folder: string, options: TranslatorOptions = {}): Translator {
  const bundles = readBundles(folder);
  const locales = [...bundles.keys()];
  const onMissing = options.onMissing ?? fail;
  const bundleOf = (locale: Locale) => bundles.get(locale) ?? bundles.get(FALLBACK);

  function format(locale: Locale, key: string, values: Values): string | undefined {
    const bundle = bundleOf(locale);
    const pattern = bundle?.getMessage(key)?.value;
    if (bundle === undefined || pattern === undefined || pattern === null) {
      onMissing(`no phrase "${key}" in ${locale}`);
      return undefined;
    }
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors.length > 0) onMissing(`phrase "${key}" in ${locale}: ${errors.join('; ')}`);
    return text;
  }

  return {
    locales,
    t: (locale, key, values = {}) =>
      format(locale, key, values) ?? (locale === FALLBACK ? undefined : format(FALLBACK, key, values)) ?? key,
    has: (locale, key) => bundleOf(locale)?.hasMessage(key) ?? false,
    keys: (locale) => [...(bundleOf(locale)?._messages.keys() ?? [])],
  };
}

function fail(problem: string): never {
  throw new Error(problem);
}

function readBundles(folder: string): Map<Locale, FluentBundle> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ftl'));
  const bundles = new Map<Locale, FluentBundle>();
  for (const file of files.sort()) {
    const locale = file.slice(0, -'.ftl'.length);
    bundles.set(locale, readBundle(locale, readFileSync(join(folder, file), 'utf8')));
  }
  if (!bundles.has(FALLBACK)) throw new Error(`${folder} holds no ${FALLBACK}.ftl`);
  return bundles;
}

function readBundle(locale: Locale, source: string): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const resource = new FluentResource(source);
  const errors = [...bundle.addResource(resource), ...lostLines(source, bundle)];
  if (errors.length > 0) throw new Error(`${locale}.ftl: ${errors.join('; ')}`);
  return bundle;
}

/** Fluent skips what it cannot parse without a word: every line that starts a phrase must have become one. */
function lostLines(source: string, bundle: FluentBundle): string[] {
  const starts = source.matchAll(/^([a-zA-Z][\w-]*) *=/gm);
  return [...starts]
    .map(([, key = '']) => key)
    .filter((key) => !bundle.hasMessage(key))
    .map((key) => `"${key}" does not parse`);
}
