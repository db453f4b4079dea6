import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTranslator, pickLocale } from './index.ts';

function folderWith(files: Record<string, string>, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'phrases-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const en =
  'hello = Hello, { $name }!\nonly-english = Here\ncount = { $n ->\n    [one] { $n } file\n   *[other] { $n } files\n }\n';

test('a phrase is filled without invisible marks around its values', () => {
  folderWith({ 'en.ftl': en }, (folder) => {
    assert.equal(createTranslator(folder).t('en', 'hello', { name: 'Ann' }), 'Hello, Ann!');
  });
});

test('Russian counts in its own three forms', () => {
  const ru =
    'hello = Привет, { $name }!\nonly-english = Тут\ncount = { $n ->\n    [one] { $n } файл\n    [few] { $n } файла\n   *[other] { $n } файлов\n }\n';
  folderWith({ 'en.ftl': en, 'ru.ftl': ru }, (folder) => {
    const { t } = createTranslator(folder);
    assert.deepEqual(
      [1, 2, 5, 11, 21].map((n) => t('ru', 'count', { n })),
      ['1 файл', '2 файла', '5 файлов', '11 файлов', '21 файл'],
    );
  });
});

test('an unknown phrase and a missing value throw', () => {
  folderWith({ 'en.ftl': en }, (folder) => {
    const { t } = createTranslator(folder);
    assert.throws(() => t('en', 'nothing'), /no phrase "nothing" in en/);
    assert.throws(() => t('en', 'hello'), /phrase "hello" in en/);
  });
});

test('with a listener a missing phrase is told and read in English', () => {
  folderWith({ 'en.ftl': en, 'ru.ftl': 'hello = Привет, { $name }!\n' }, (folder) => {
    const problems: string[] = [];
    const { t } = createTranslator(folder, { onMissing: (problem) => problems.push(problem) });
    assert.equal(t('ru', 'only-english'), 'Here');
    assert.equal(t('ru', 'nowhere'), 'nowhere');
    assert.deepEqual(problems, [
      'no phrase "only-english" in ru',
      'no phrase "nowhere" in ru',
      'no phrase "nowhere" in en',
    ]);
  });
});

test('a phrase that does not parse is refused at the start', () => {
  folderWith({ 'en.ftl': 'good = Fine\nbroken = { $name\n' }, (folder) => {
    assert.throws(() => createTranslator(folder), /"broken" does not parse/);
  });
});

test('a language is picked by tag, by main language, or falls back', () => {
  const locales = ['en', 'pt-BR', 'ru'];
  assert.equal(pickLocale(locales, 'ru-RU', 'en'), 'ru');
  assert.equal(pickLocale(locales, 'PT-br', 'en'), 'pt-BR');
  assert.equal(pickLocale(locales, 'ja', 'en'), 'en');
  assert.equal(pickLocale(locales, undefined, 'ru'), 'ru');
});
