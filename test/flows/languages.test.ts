import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmButton, hasButtons, tellStory } from './story.ts';

/** People from three countries; nobody has set anything up for them. */
const story = tellStory('pglite');

const cyrillic = /[а-яё]/i;

test('a Spaniard reads Spanish from the first screen to the result', async () => {
  const lola = await story.meet('Lola', 'es-ES');
  assert.match(String(lola.lastMessage?.text), /¡Hola, Lola!/);
  const { message } = await story.wish(lola, 'Un faro al atardecer');
  assert.match(String(message.text), /Precio: .+ tienes/);
  await lola.tap(message, confirmButton);
  await story.world.settle();
  const labels = lola.lastMessage ? lola.buttons(lola.lastMessage).map(({ text }) => text) : [];
  assert.ok(labels.includes('🔁 Otra vez'), String(labels));
});

test('a language once chosen stays, whatever Telegram says', async () => {
  const lola = await story.meet('Lola', 'es');
  lola.send('/language');
  await lola.tap(await lola.nextMessage(hasButtons), '🇷🇺 Русский');
  lola.send('/help');
  assert.match(String((await lola.nextMessage(hasButtons)).text), cyrillic);
});

test('somebody whose language the bot does not speak reads English', async () => {
  const kenji = await story.meet('Kenji', 'ja');
  assert.match(String(kenji.lastMessage?.text), /Hello, Kenji!/);
});

test('Telegram knows the commands in every language from the start', async () => {
  const call = async (language: string) => {
    const token = '1000001:sandbox-token-that-opens-nothing-at-all';
    const url = `${story.world.telegram.url}/bot${token}/getMyCommands?language_code=${language}`;
    const { result } = (await (await fetch(url)).json()) as { result: { description: string }[] };
    return result.map(({ description }) => description).join(' ');
  };
  assert.match(await call('es'), /Todos los modelos/);
  assert.match(await call('ru'), cyrillic);
  assert.match(await call(''), /All models/);
});
