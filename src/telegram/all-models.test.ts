import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultGenerationConfig } from '#generation';
import { createTranslator } from '#i18n';
import { type Field, fields, loadRegistry, type Model, nextQuestion, sample } from '#registry';
import { createCatalogue } from './catalogue.ts';
import { fieldScreen } from './render/field.ts';
import { formScreen } from './render/form.ts';
import { MESSAGE_LIMIT, visibleLength } from './render/html.ts';
import { createVoice } from './render/voice.ts';
import { createModelCodes } from './short-codes.ts';
import { aDraft } from './testing/models.ts';

/** Telegram takes no more on one message. */
const MOST_BUTTONS = 100;
const translator = createTranslator(join(import.meta.dirname, '../../locales'));
const registry = loadRegistry();

test('the form of every model, empty and filled, can be shown in every language', () => {
  for (const locale of translator.locales) {
    const voice = createVoice(translator, locale);
    for (const model of registry.models) {
      for (const input of [{}, sample(model)]) {
        const validation = registry.validate(model.id, input);
        const shown = fields(model, input);
        const draft = aDraft({ modelId: model.id, input });
        const screen = formScreen(voice, {
          model,
          draft,
          fields: shown,
          question: nextQuestion(model, input),
          problems: validation.ok ? [] : validation.problems,
          price: validation.ok ? { kind: 'priced', credits: 1, atMost: true } : { kind: 'incomplete' },
          available: 1,
          view: 'more',
        });
        const screens = [
          screen,
          ...shown.map((field) => fieldScreen(voice, { model, draft, field, page: 0 })),
        ];
        for (const { text, keyboard } of screens) {
          assert.ok(visibleLength(text) <= MESSAGE_LIMIT, model.id);
          assert.ok(keyboard.flat().length <= MOST_BUTTONS, model.id);
        }
      }
    }
  }
});

/** Sizes, formats and keys of music are written alike everywhere. */
const SAYS_ITSELF = /^[\d.:_x\s%-]+[kKpP]?$|^(jpe?g|png|webp|mp4|mov)$|^[A-G]#?m?$/;
/** Their values are names, or languages, which Unicode names. */
const OF_NAMES = /^(voice_name|language_code)$/;

function* everyField(model: Model): Generator<[string, Field]> {
  const left = Object.entries(model.input);
  for (let next = left.shift(); next; next = left.shift()) {
    if (next[1].deprecated === true) continue;
    yield next;
    left.push(...Object.entries(next[1].properties ?? next[1].items?.properties ?? {}));
  }
}

test('every setting of every model is named and explained in every language, and so are its choices', () => {
  for (const locale of translator.locales) {
    const unnamed = new Set<string>();
    for (const model of registry.list({ status: 'active' })) {
      for (const [name, field] of everyField(model)) {
        for (const key of [`field-${name}`, `about-${name}`])
          if (!translator.has(locale, key)) unnamed.add(`${key} of ${model.id}`);
        const { values = [], labels = {} } = field.values ? field : (field.items ?? {});
        for (const value of OF_NAMES.test(name) ? [] : values.map(String)) {
          const key = `choice-${value.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
          const isNamed =
            translator.has(locale, key) || labels[value] !== undefined || SAYS_ITSELF.test(value);
          if (!isNamed && value !== 'true' && value !== 'false') unnamed.add(`${value} of ${name}`);
        }
      }
    }
    assert.deepEqual([...unnamed], [], locale);
  }
});

test('every offered model with a price stands in a menu, and its button leads back to it', () => {
  const codes = createModelCodes(registry);
  const catalogue = createCatalogue(registry, codes, defaultGenerationConfig.terms);
  const listed = new Set(
    catalogue.types().flatMap(({ type }) => catalogue.rows(type).map((row) => codes.modelOf(row.code)?.id)),
  );
  const missing = registry.offered().filter((model) => catalogue.isOffered(model) && !listed.has(model.id));
  assert.deepEqual(missing, []);
  assert.ok(registry.offered().some((model) => catalogue.isOffered(model)));
});
