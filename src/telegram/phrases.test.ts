import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { alertCodes, failureCodes, generationErrorCodes } from '#generation';
import { miniAppErrorCodes } from '#http';
import { createTranslator } from '#i18n';
import { ledgerErrorCodes } from '#ledger';
import { actionCodes, operatorErrorCodes } from '#operator';
import { paymentsErrorCodes } from '#payments';
import { peopleErrorCodes } from '#people';
import { platformErrorCodes } from '#platform';
import { MODEL_TYPES, PROBLEM_CODES } from '#registry';
import {
  commandNames,
  groupCommandNames,
  paymentAlertCodes,
  pollerAlertCodes,
  telegramErrorCodes,
  webhookAlertCodes,
} from './index.ts';

const folder = join(import.meta.dirname, '../../locales');
const translator = createTranslator(folder);
/** Where people are spoken to. */
const rooms = ['src/telegram', 'src/forms', 'src/http', 'web/src', 'web/desk'];

const families: Record<string, readonly string[]> = {
  error: [
    ...platformErrorCodes,
    ...peopleErrorCodes,
    ...ledgerErrorCodes,
    ...paymentsErrorCodes,
    ...generationErrorCodes,
    ...operatorErrorCodes,
    ...telegramErrorCodes,
    ...miniAppErrorCodes,
    'unexpected',
  ],
  failure: failureCodes,
  alert: [...alertCodes, ...pollerAlertCodes, ...webhookAlertCodes, ...paymentAlertCodes],
  problem: PROBLEM_CODES,
  type: MODEL_TYPES,
  command: [...commandNames, ...groupCommandNames, 'admin'],
  'action-done': actionCodes,
};

test('every language has the same phrases', () => {
  const english = translator.keys('en').sort();
  for (const locale of translator.locales) assert.deepEqual(translator.keys(locale).sort(), english, locale);
});

test('every code that a person or operator can meet has a phrase', () => {
  const wanted = Object.entries(families).flatMap(([family, codes]) =>
    codes.map((code) => `${family}-${code}`),
  );
  assert.deepEqual(
    wanted.filter((key) => !translator.has('en', key)),
    [],
  );
});

test('a phrase takes the same values in every language', () => {
  const variables = (locale: string) => {
    const entries = readFileSync(join(folder, `${locale}.ftl`), 'utf8').split(/^(?=[a-z#])/m);
    const phrases = entries.filter((entry) => /^[a-z]/.test(entry));
    return Object.fromEntries(
      phrases.map((entry) => [
        entry.split(' =')[0] ?? '',
        [...new Set(entry.match(/\$\w+/g) ?? [])].sort().join(' '),
      ]),
    );
  };
  for (const locale of translator.locales) assert.deepEqual(variables(locale), variables('en'), locale);
});

test('what stands on buttons, in toasts and in menus holds no tags', () => {
  const plain =
    /^(button|error|failure|type|command|model-row|form-button|form-switch|form-choice|menu|action|field|choice|problem|wanted)-/;
  for (const locale of translator.locales) {
    const text = readFileSync(join(folder, `${locale}.ftl`), 'utf8');
    const tagged = text.split('\n').filter((line) => plain.test(line) && /<\w/.test(line));
    assert.deepEqual(tagged, [], locale);
  }
});

test('every phrase that the code names is there, and no phrase is left unsaid', () => {
  const source = rooms.map((room) => sourcesIn(join(import.meta.dirname, '../..', room))).join('\n');
  const named = new Set([...source.matchAll(/'([a-z]+(?:-[\w-]+)*)'/g)].map(([, key = '']) => key));
  const spoken = [...source.matchAll(/\.(?:plain|html|t)\(\s*(?:\w+, )?'([\w-]+)'/g)].map(
    ([, key = '']) => key,
  );
  assert.deepEqual(
    spoken.filter((key) => !translator.has('en', key)),
    [],
  );
  const prefixes = [...source.matchAll(/`([a-z]+(?:-[a-z]+)*-)\$\{/g)].map(([, prefix = '']) => prefix);
  const unsaid = translator
    .keys('en')
    .filter((key) => !named.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
  assert.deepEqual(unsaid, []);
});

function sourcesIn(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(directory, name), 'utf8'))
    .join('\n');
}
