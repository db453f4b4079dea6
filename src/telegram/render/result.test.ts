import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createTranslator } from '#i18n';
import { aGeneration, aModel } from '../testing/models.ts';
import { CAPTION_LIMIT, visibleLength } from './html.ts';
import { resultCaption, splitText } from './result.ts';
import { resultActions } from './result-actions.ts';
import { statusScreen } from './status.ts';
import { createVoice } from './voice.ts';

const translator = createTranslator(join(import.meta.dirname, '../../../locales'));
const russian = createVoice(translator, 'ru');
const now = new Date('2026-01-01T00:01:00Z');

test('the caption says model, time and price, and folds the prompt away', () => {
  const caption = resultCaption(russian, aGeneration(), aModel({ id: 'm', title: 'Кот' }), now);
  assert.equal(caption, '<b>Кот</b> · 12 с · 4 💎\n<blockquote expandable>a cat</blockquote>');
});

test('a prompt of any length and content leaves the caption within its limit', () => {
  const generation = aGeneration({ input: { prompt: '<i>🦊&'.repeat(20_000) } });
  const caption = resultCaption(russian, generation, aModel({ id: 'm', title: 'x'.repeat(500) }), now);
  assert.ok(visibleLength(caption) <= CAPTION_LIMIT, String(visibleLength(caption)));
  assert.ok(visibleLength(caption) > CAPTION_LIMIT - 50);
});

test('under a picture stand only the actions that a model on offer can do', () => {
  const media = [{ url: 'https://kie.example/cat.png', kind: 'image' as const }];
  const view = {
    generation: aGeneration({ result: { media } }),
    model: aModel({ id: 'm' }),
    index: 0,
    followUps: [],
    canShare: false,
    username: null,
  };
  const rows = resultActions(russian, { ...view, isOffered: (type) => type === 'upscale' });
  assert.deepEqual(
    rows.flat().map(({ text }) => text),
    [
      '🔁 Ещё раз',
      '✏️ Новый запрос',
      '🎲 Другой · 4 💎',
      '🔎 Увеличить',
      '➕ Использовать…',
      '📄 Оригинал',
      '📋 Копировать запрос',
      '🏠 Меню',
    ],
  );
});

test('a long text is split at line breaks and loses nothing', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `line ${index} 🦊`);
  const pieces = splitText(lines.join('\n'), 1000);
  assert.ok(pieces.every((piece) => [...piece].length <= 1000));
  assert.deepEqual(pieces.join('\n').split('\n'), lines);
});

test('a failed generation says why, that the credits are back, and offers another try', () => {
  const generation = aGeneration({
    state: 'failed',
    failure: {
      code: 'content-refused',
      providerCode: '400',
      providerMessage: 'secret words of the provider',
    },
  });
  const screen = statusScreen(
    russian,
    { generation, phase: 'failed', elapsedSeconds: 3 },
    aModel({ id: 'm' }),
  );
  assert.match(screen.text, /сервис отклонил запрос/);
  assert.match(screen.text, /На баланс вернулось: 4 кредита/);
  assert.doesNotMatch(screen.text, /provider/);
  assert.equal(screen.keyboard.flat()[0]?.text, '🔁 Попробовать ещё раз');
});

test('only a generation in the queue can be cancelled', () => {
  const generation = aGeneration({ state: 'queued' });
  const queued = statusScreen(
    russian,
    { generation, phase: 'queued', queuePlace: 33, startsInSeconds: 10, elapsedSeconds: 1 },
    undefined,
  );
  assert.match(queued.text, /33-е место в очереди\nНачнётся примерно через 10 с/);
  assert.equal(queued.keyboard.flat().length, 1);
  const running = statusScreen(
    russian,
    { generation, phase: 'running', estimateSeconds: 95, elapsedSeconds: 61 },
    undefined,
  );
  assert.match(running.text, /Прошло 61 с\nОбычно занимает около 1 мин 35 с/);
  assert.deepEqual(running.keyboard, []);
});
