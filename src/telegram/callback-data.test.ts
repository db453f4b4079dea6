import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODEL_TYPES } from '#registry';
import { packTap, parseTap, type Tap, tapNames } from './callback-data.ts';

const id = 'Abc_def-1234';
const longest = [...MODEL_TYPES].sort((a, b) => b.length - a.length)[0] ?? '';

const taps: { [Name in Tap['to']]: Extract<Tap, { to: Name }> } = {
  home: { to: 'home' },
  menu: { to: 'menu' },
  example: { to: 'example', example: 3 },
  types: { to: 'types' },
  type: { to: 'type', type: longest, page: 99 },
  model: { to: 'model', model: 'x-_9aZ' },
  shelf: { to: 'shelf', shelf: 'favourites', page: 99 },
  'model-search': { to: 'model-search' },
  presets: { to: 'presets', page: 9 },
  preset: { to: 'preset', preset: id },
  'preset-drop': { to: 'preset-drop', preset: id },
  balance: { to: 'balance' },
  pack: { to: 'pack', stars: 99_999 },
  subscribe: { to: 'subscribe', stars: 300 },
  'subscription-stop': { to: 'subscription-stop', subscription: 'aB-9' },
  'subscription-resume': { to: 'subscription-resume', subscription: 'aB-9' },
  history: { to: 'history' },
  'history-page': { to: 'history-page', kind: 'image', before: id },
  'history-search': { to: 'history-search' },
  'history-found': { to: 'history-found', kind: 'all', before: '-' },
  hide: { to: 'hide', generation: id },
  help: { to: 'help' },
  languages: { to: 'languages' },
  language: { to: 'language', locale: 'pt-BR' },
  forget: { to: 'forget' },
  idle: { to: 'idle' },
  draft: { to: 'draft', draft: id, revision: 99_999, view: 'more' },
  field: { to: 'field', draft: id, revision: 99_999, field: 'abcd', page: 12 },
  choose: { to: 'choose', draft: id, revision: 99_999, field: 'abcd', value: 'wxyz' },
  toggle: { to: 'toggle', draft: id, revision: 99_999, field: 'abcd', view: 'main' },
  clear: { to: 'clear', draft: id, revision: 99_999, field: 'abcd' },
  entry: { to: 'entry', draft: id, revision: 99_999, field: 'abcd', index: 99 },
  'entry-add': { to: 'entry-add', draft: id, revision: 99_999, field: 'abcd' },
  'entry-drop': { to: 'entry-drop', draft: id, revision: 99_999, field: 'abcd', index: 99 },
  part: { to: 'part', draft: id, revision: 99_999, field: 'abcd', index: 99, part: 'efgh', page: 9 },
  'part-choose': {
    to: 'part-choose',
    draft: id,
    revision: 99_999,
    field: 'abcd',
    index: 99,
    part: 'efgh',
    value: 'wxyz',
  },
  'part-clear': { to: 'part-clear', draft: id, revision: 99_999, field: 'abcd', index: 99, part: 'efgh' },
  'other-models': { to: 'other-models', draft: id, revision: 99_999, page: 5 },
  'change-model': { to: 'change-model', draft: id, revision: 99_999, model: 'x-_9aZ' },
  generate: { to: 'generate', draft: id, revision: 99_999, credits: 1_000_000_000 },
  'generate-free': { to: 'generate-free', draft: id, revision: 99_999, credits: 10 },
  'cancel-draft': { to: 'cancel-draft', draft: id, revision: 1 },
  favourite: { to: 'favourite', draft: id, revision: 1 },
  'save-preset': { to: 'save-preset', draft: id, revision: 1 },
  'pack-for': { to: 'pack-for', draft: id, revision: 99_999, credits: 1_000_000_000, stars: 99_999 },
  'use-files': { to: 'use-files', files: id, type: longest },
  'use-tool': { to: 'use-tool', files: id, model: 'x-_9aZ' },
  admin: { to: 'admin' },
  'admin-ask': { to: 'admin-ask', about: 'person' },
  'admin-person': { to: 'admin-person', person: 999_999_999_999 },
  'admin-credits': { to: 'admin-credits', person: 999_999_999_999, how: 'grant' },
  'admin-act': { to: 'admin-act', act: 'Ab3_-xY9zQ12', reason: 'not-in-log' },
  'admin-act-told': { to: 'admin-act-told', act: 'Ab3_-xY9zQ12' },
  'admin-block': { to: 'admin-block', person: 999_999_999_999 },
  'admin-unblock': { to: 'admin-unblock', person: 999_999_999_999 },
  'admin-payment': { to: 'admin-payment', person: 999_999_999_999, charge: 'Ab3_-xY9' },
  'admin-unmatched': { to: 'admin-unmatched' },
  'admin-credit': {
    ...{ to: 'admin-credit', person: 999_999_999_999, charge: 'Ab3_-xY9', credits: 1_000_000 },
  },
  'admin-refund': { to: 'admin-refund', person: 999_999_999_999, charge: 'Ab3_-xY9' },
  'admin-models': { to: 'admin-models' },
  'admin-model': { to: 'admin-model', model: 'Ab3_-x' },
  'admin-switch': { to: 'admin-switch', model: 'Ab3_-x', how: 'off' },
  'admin-markup': { to: 'admin-markup' },
  'admin-markup-reset': { to: 'admin-markup-reset' },
  'admin-promo': { to: 'admin-promo' },
  'admin-promo-close': { to: 'admin-promo-close', promo: 'Ab3_-xY9' },
  'admin-broadcasts': { to: 'admin-broadcasts' },
  'admin-broadcast': { to: 'admin-broadcast', broadcast: 99_999 },
  'admin-audience': { to: 'admin-audience', broadcast: 99_999, locale: 'all', days: 30 },
  'admin-broadcast-do': { to: 'admin-broadcast-do', broadcast: 99_999, how: 'preview' },
  'admin-uncertain': { to: 'admin-uncertain' },
  'admin-purchase': { to: 'admin-purchase', generation: 'Ab3_-xY9zQ12' },
  'admin-desk': { to: 'admin-desk' },
  'admin-log': { to: 'admin-log', before: 1_000_000 },
  'uncertain-attach': { to: 'uncertain-attach', generation: id },
  'uncertain-retry': { to: 'uncertain-retry', generation: id },
  'uncertain-release': { to: 'uncertain-release', generation: id },
  stop: { to: 'stop', generation: id },
  open: { to: 'open', generation: id },
  again: { to: 'again', generation: id },
  'new-prompt': { to: 'new-prompt', generation: id },
  original: { to: 'original', generation: id },
  vary: { to: 'vary', generation: id, credits: 1_000_000_000 },
  pick: { to: 'pick', generation: id, index: 9 },
  uses: { to: 'uses', generation: id, index: 9 },
  'go-on': { to: 'go-on', generation: id, index: 9, model: 'x-_9aZ' },
  'use-result': { to: 'use-result', generation: id, type: longest, index: 9 },
};

test('every button comes back as it was packed, in 64 bytes at most', () => {
  assert.deepEqual(Object.keys(taps).sort(), [...tapNames].sort());
  for (const tap of Object.values(taps)) {
    const data = packTap(tap);
    assert.ok(Buffer.byteLength(data) <= 64, data);
    assert.deepEqual(parseTap(data), tap);
  }
});

test('no two kinds of button look alike', () => {
  const heads = Object.values(taps).map((tap) => packTap(tap).split(':')[0]);
  assert.equal(new Set(heads).size, heads.length);
});

test('forged, foreign and outdated data is nobody’s button', () => {
  const forged = [
    '',
    ':',
    'home',
    '0h',
    '2h',
    '1h:more',
    '1a',
    '1a:',
    `1a:${id}:x`,
    '1a:; drop table people',
    `1G:${id}:1`,
    `1G:${id}:-5:3`,
    `1G:${id}:1:NaN!`,
    `1d:${id}:1:z`,
    '1a:ключ',
    `1a:${'x'.repeat(60)}`,
    'sel:nano-banana',
    '1constructor',
    '__proto__',
  ];
  for (const data of forged) assert.equal(parseTap(data), null, data);
});

test('what a button cannot carry is a programming error, not a dead button', () => {
  assert.throws(() => packTap({ to: 'again', generation: 'has:colon' }), /cannot carry/);
  assert.throws(() => packTap({ to: 'type', type: 'x', page: -1 }), /cannot carry/);
});
