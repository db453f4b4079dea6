import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTranslator } from '#i18n';
import { VirtualClock } from '../../test/kit/index.ts';
import { shelfScreen } from './render/models.ts';
import { createVoice } from './render/voice.ts';
import { createRowFacts } from './row-facts.ts';
import { aModel } from './testing/models.ts';

const voice = createVoice(createTranslator(join(import.meta.dirname, '../../locales')), 'en');
const day = 24 * 3_600_000;

test('a row says price and speed, and for a month that the model is new', async () => {
  const clock = new VirtualClock();
  const since = clock.now().toISOString().slice(0, 10);
  const known = new Map([['ours', 12.4]]);
  const facts = createRowFacts({ typicalSeconds: async () => known }, clock);
  await facts.refresh();
  const models = [
    aModel({ id: 'ours', since, seen_seconds: [100, 400] }),
    aModel({ id: 'seen', seen_seconds: [10, 40] }),
    aModel({ id: 'unknown' }),
  ];
  const rows = models.map((model) => ({ model, from: 4, varies: false, available: true, code: model.id }));
  const labels = () =>
    shelfScreen(voice, { shelf: 'recent', rows, page: 0 }, facts)
      .keyboard.flat()
      .slice(0, 3)
      .map(({ text }) => text);
  assert.deepEqual(labels(), ['🆕 ours · 4 💎 · ~12 s', 'seen · 4 💎 · ~20 s', 'unknown · 4 💎']);
  await clock.advance(29 * day);
  assert.equal(labels()[0], '🆕 ours · 4 💎 · ~12 s');
  await clock.advance(day);
  assert.equal(labels()[0], 'ours · 4 💎 · ~12 s');
});
