import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

const all = 'virtual:phrases';
const prefix = `${all}/`;

/**
 * Gives the page its phrases. `virtual:phrases` has a loader for every file of the folder, `virtual:phrases/<locale>` those of
 * `locales/<locale>.ftl` that begin with `family`, already parsed, so that no parser has to be loaded. The shapes are those of `src/words.ts`.
 */
export function phrases(localesFolder: string, family: string): Plugin {
  return {
    name: 'phrases',
    resolveId: (id) => (id === all || id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${all}`) return loaders(localesFolder);
      const locale = localeOfPhrases(id);
      if (locale === undefined) return undefined;
      const file = join(localesFolder, `${locale}.ftl`);
      this.addWatchFile(file);
      return `export default ${JSON.stringify(compile(readFileSync(file, 'utf8'), family))}`;
    },
  };
}

/** `en` for the module with the English phrases; undefined for every other module. */
export function localeOfPhrases(moduleId: string): string | undefined {
  return moduleId.startsWith(`\0${prefix}`) ? moduleId.slice(prefix.length + 1) : undefined;
}

function loaders(folder: string): string {
  const locales = readdirSync(folder).flatMap((file) => /^(.+)\.ftl$/.exec(file)?.[1] ?? []);
  const entries = locales.map((locale) => `${JSON.stringify(locale)}: () => import('${prefix}${locale}')`);
  return `export default { ${entries.join(', ')} }`;
}

type Pattern = FluentResource['body'][number]['value'];
type Part = Exclude<Pattern, string | null>[number];

function compile(source: string, family: string): Record<string, unknown> {
  const messages = new FluentResource(source).body.filter(({ id }) => id.startsWith(family));
  return Object.fromEntries(messages.map(({ id, value }) => [id.slice(family.length), pattern(value)]));
}

function pattern(value: Pattern): unknown {
  if (value === null) throw new Error('A phrase without a value');
  return typeof value === 'string' ? value : value.map(part);
}

/** A text · `[name]` for a value · `{ s, v, d }` for a choice by a value. */
function part(value: Part): unknown {
  if (typeof value === 'string') return value;
  if (value.type === 'var') return [value.name];
  if (value.type !== 'select' || value.selector.type !== 'var')
    throw new Error(`The page does not know the Fluent expression ${value.type}`);
  const variants = value.variants.map((variant) => [String(variant.key.value), pattern(variant.value)]);
  const star = value.variants[value.star];
  return { s: value.selector.name, v: Object.fromEntries(variants), d: String(star?.key.value) };
}
