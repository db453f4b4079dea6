import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { InlineKeyboardButton } from 'grammy/types';
import { createTranslator } from '#i18n';
import { parseTap } from '../callback-data.ts';
import { shortCode } from '../short-codes.ts';
import { aDraft, aField, aModel } from '../testing/models.ts';
import { fieldScreen } from './field.ts';
import { type FormView, formScreen } from './form.ts';
import { MESSAGE_LIMIT, visibleLength } from './html.ts';
import { createVoice } from './voice.ts';

const translator = createTranslator(join(import.meta.dirname, '../../../locales'));
const english = createVoice(translator, 'en');
const model = aModel({ id: 'm', title: 'Test <model>' });
const prompt = (value?: string) =>
  aField('prompt', { type: 'string', required: true, role: 'prompt' }, { value, required: true });

function view(given: Partial<FormView> = {}): FormView {
  return {
    model,
    draft: aDraft(),
    fields: [prompt('a cat')],
    question: null,
    problems: [],
    price: { kind: 'priced', credits: 12, atMost: false },
    available: 100,
    view: 'main',
    ...given,
  };
}

const labels = (rows: InlineKeyboardButton[][]) => rows.flat().map(({ text }) => text);
const find = (rows: InlineKeyboardButton[][], text: string) => {
  const found = rows.flat().find((button) => button.text.includes(text));
  assert.ok(found && 'callback_data' in found, text);
  return { ...found, tap: parseTap(found.callback_data) };
};

test('the confirm button is green and carries the price it shows', () => {
  const confirm = find(formScreen(english, view()).keyboard, 'Generate · 12 💎');
  assert.equal(confirm.style, 'success');
  assert.deepEqual(confirm.tap, { to: 'generate', draft: 'draft-000001', revision: 1, credits: 12 });
});

test('what is needed is asked for, and nothing can be confirmed before', () => {
  const empty = prompt(undefined);
  const problems = [{ path: 'prompt', field: 'prompt', code: 'required' as const, values: {} }];
  const screen = formScreen(
    english,
    view({ fields: [empty], question: empty, problems, price: { kind: 'incomplete' } }),
  );
  assert.match(screen.text, /Still needed: Prompt/);
  assert.match(screen.text, /Send “Prompt” as a message/);
  assert.equal(
    labels(screen.keyboard).some((label) => label.startsWith('✅')),
    false,
  );
  assert.equal(find(screen.keyboard, 'Fill in: Prompt').tap?.to, 'field');
});

test('a problem stands on the screen in words, with the limit', () => {
  const problems = [
    { path: 'prompt', field: 'prompt', code: 'too-long' as const, values: { limit: 800, actual: 900 } },
  ];
  const screen = formScreen(english, view({ problems, price: { kind: 'incomplete' } }));
  assert.match(screen.text, /⚠️ “Prompt” is too long: at most 800 characters\./);
});

test('too few credits are said before anybody presses', () => {
  const screen = formScreen(english, view({ available: 5 }));
  assert.match(screen.text, /you have 5 💎, <b>7 💎 short<\/b>/);
});

test('values stand on buttons, switches switch, and the rest waits under "More"', () => {
  const fields = [
    prompt('a cat'),
    aField('aspect_ratio', { type: 'string', values: ['1:1', '16:9'] }, { value: '16:9' }),
    aField('generate_audio', { type: 'boolean', default: true }),
    aField('seed', { type: 'integer' }, { place: 'more', control: 'number' }),
  ];
  const main = formScreen(english, view({ fields }));
  assert.deepEqual(labels(main.keyboard), [
    'Prompt',
    'Proportions: 16:9',
    'Sound ✅',
    '⚙️ More settings',
    '✅ Generate · 12 💎',
    '🔀 Other model',
    '✖️ Cancel',
    '🏠 Menu',
  ]);
  const more = formScreen(english, view({ fields, view: 'more' }));
  assert.ok(labels(more.keyboard).includes('Seed'));
  assert.ok(labels(more.keyboard).includes('⚙️ Fewer settings'));
});

test('the longest and strangest input fits into a message and opens no tag', () => {
  const nasty = '<b>&‮🦊'.repeat(20_000);
  const many = Array.from({ length: 60 }, (_, index) =>
    aField(`field_${index}`, { type: 'string' }, { value: nasty, place: 'more' }),
  );
  const screen = formScreen(english, view({ fields: [prompt(nasty), ...many], view: 'more' }));
  assert.ok(visibleLength(screen.text) <= MESSAGE_LIMIT, String(visibleLength(screen.text)));
  assert.ok(Buffer.byteLength(screen.text) <= 32_768);
  assert.equal(screen.text.replace(/<\/?(b|blockquote)( expandable)?>/g, '').includes('<'), false);
});

test('a long list of choices is paged and marks the chosen one', () => {
  const values = Array.from({ length: 67 }, (_, index) => `voice${index}`);
  const field = aField('voice', { type: 'string', values }, { value: 'voice30' });
  const screen = fieldScreen(english, { model, draft: aDraft(), field, page: 1 });
  assert.ok(labels(screen.keyboard).includes('✓ voice30'));
  assert.equal(find(screen.keyboard, '2 / 3').tap?.to, 'idle');
  assert.deepEqual(find(screen.keyboard, 'Next').tap, {
    to: 'field',
    draft: 'draft-000001',
    revision: 1,
    field: shortCode('voice'),
    page: 2,
  });
});

test('a short range of whole numbers is offered as buttons', () => {
  const field = aField('duration', { type: 'integer', min: 4, max: 8 }, { control: 'number' });
  const screen = fieldScreen(english, { model, draft: aDraft(), field, page: 0 });
  assert.deepEqual(labels(screen.keyboard).slice(0, 5), ['4', '5', '6', '7', '8']);
});
