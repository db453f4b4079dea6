import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmButton, hasButtons, type Person, photoBytes, tellStory } from './story.ts';

/** Emil fills in forms: long ones, lists in lists, numbers, and expects to be remembered. */
const story = tellStory('pglite');

const says = (pattern: RegExp) => (it: { text?: string }) => pattern.test(it.text ?? '');
const labels = (person: Person) =>
  person.lastMessage ? person.buttons(person.lastMessage).map(({ text }) => text) : [];

test('a dialogue is written line by line, each line given its voice from a list of names', async () => {
  const emil = await story.meet('Emil');
  await story.openModel(emil, 'ElevenLabs Dialogue v3');
  emil.send('Good morning!');
  await story.form(emil);
  emil.send('Go back to sleep.');
  const { message } = await story.form(emil);
  assert.match(String(message.text), /2 entries/);
  await emil.tap(message, /^Lines/);
  const lines = await emil.nextMessage(says(/Lines/));
  await emil.tap(lines, /^2\. Go back/);
  const line = await emil.nextMessage(says(/Lines 2/));
  await emil.tap(line, /^Voice/);
  const voices = await emil.nextMessage(
    (it) => it.reply_markup?.inline_keyboard.flat().some(({ text }) => text === 'Next ›') ?? false,
  );
  await emil.tap(voices, 'Next ›');
  const more = await emil.nextMessage(
    (it) => it.reply_markup?.inline_keyboard.flat().some(({ text }) => text === 'Bella') ?? false,
  );
  await emil.tap(more, 'Bella');
  const chosen = await emil.nextMessage(says(/Voice: Bella/));
  await emil.tap(chosen, '‹ Back');
  await emil.tap(await emil.nextMessage(says(/Lines/)), '‹ Back');
  const { message: form } = await story.form(emil);
  await emil.tap(form, confirmButton);
  await story.world.settle();
  const { input, state } = await story.latest(emil);
  const dialogue = input.dialogue as { text: string; voice: string }[];
  assert.deepEqual(
    dialogue.map(({ text }) => text),
    ['Good morning!', 'Go back to sleep.'],
  );
  assert.notEqual(dialogue[0]?.voice, dialogue[1]?.voice);
  assert.equal(state, 'delivered');
});

test('shots of a film are added, changed and removed with buttons, and the price follows', async () => {
  const emil = await story.meet('Emil');
  await story.openModel(emil, 'Kling 3.0 Omni Text to Video');
  await emil.tap(/Customize multi shots|Own shots/);
  await emil.nextMessage(hasButtons);
  await emil.tap(/^Shots/);
  await emil.nextMessage(says(/Shots/));
  emil.send('A boat leaves the harbour');
  await emil.nextMessage(hasButtons);
  await emil.tap(/^Shots/);
  await emil.nextMessage(says(/Shots/));
  await emil.tap('➕ Add');
  const second = await emil.nextMessage(says(/Shots 2/));
  await emil.tap(second, /Prompt/);
  await emil.nextMessage(says(/Send “Prompt”/));
  emil.send('A storm comes up');
  const filled = await emil.nextMessage(says(/A storm comes up/));
  await emil.tap(filled, '🗑 Remove');
  const list = await emil.nextMessage((it) => !/Shots 2/.test(it.text ?? '') && hasButtons(it));
  assert.equal(emil.buttons(list).filter(({ text }) => /^\d\./.test(text)).length, 1);
});

test('a picture of a character goes into the entry that asks for it', async () => {
  const emil = await story.meet('Emil');
  await story.openModel(emil, 'Kling 3.0 Omni Text to Video');
  await emil.tap(/More settings/);
  await emil.nextMessage(hasButtons);
  await emil.tap(/Characters and things/);
  await emil.nextMessage(hasButtons);
  await emil.tap('➕ Add');
  await emil.tap(await emil.nextMessage(says(/Characters and things 1/)), /Pictures/);
  await emil.nextMessage(says(/Send a file/));
  emil.sendFiles([{ bytes: photoBytes, kind: 'photo' }]);
  const entry = await emil.nextMessage(says(/Characters and things 1/));
  assert.match(String(entry.text), /1 file/);
});

test('settings are remembered for the model, the words are not', async () => {
  const emil = await story.meet('Emil');
  const { message } = await story.wish(emil, 'A tall tree');
  await emil.tap(message, /^Proportions/);
  await emil.tap(await emil.nextMessage(says(/Proportions/)), '9:16');
  const { message: form } = await story.form(emil);
  await emil.tap(form, confirmButton);
  await story.world.settle();
  const { message: next } = await story.wish(emil, 'A wide field');
  assert.match(String(next.text), /Proportions: 9:16/);
  assert.doesNotMatch(String(next.text), /tall tree/);
});

test('a preset is saved by name, opened with one tap, and deleted', async () => {
  const emil = await story.meet('Emil');
  const { message } = await story.wish(emil, 'A logo of a bakery');
  await emil.tap(message, /More settings/);
  await emil.nextMessage(hasButtons);
  await emil.tap('💾 Save as preset');
  await emil.nextMessage(says(/Send me a name/));
  emil.send('My logo');
  await emil.nextMessage(says(/Saved as “My logo”/));
  emil.send('/presets');
  const list = await emil.nextMessage(says(/Your presets/));
  await emil.tap(list, /My logo/);
  const { message: opened } = await story.form(emil);
  assert.match(String(opened.text), /A logo of a bakery/);
  emil.send('/presets');
  await emil.tap(await emil.nextMessage(says(/Your presets/)), '🗑');
  await emil.nextMessage(says(/Nothing here yet/));
});

test('a favourite model stands on its shelf, the last one under Recent', async () => {
  const emil = await story.meet('Emil');
  await story.openModel(emil, 'Google Imagen 4');
  await emil.tap(/More settings/);
  await emil.nextMessage(hasButtons);
  await emil.tap('☆ Favourite');
  await emil.nextMessage(
    (it) => it.reply_markup?.inline_keyboard.flat().some(({ text }) => text === '★ Favourite') ?? false,
  );
  emil.send('/models');
  await emil.tap(await emil.nextMessage(hasButtons), '⭐ Favourites');
  const shelf = await emil.nextMessage(says(/Favourites/));
  await emil.tap(shelf, /^Google Imagen 4 ·/);
  const form = await emil.nextMessage(says(/Imagen 4/));
  assert.ok(hasButtons(form));
});

test('a model is found by a part of its name without a command', async () => {
  const emil = await story.meet('Emil');
  emil.send('/models');
  await emil.tap(await emil.nextMessage(hasButtons), '🔎 Search');
  await emil.nextMessage(says(/part of the name/));
  emil.send('topaz');
  await emil.nextMessage(says(/Found for “topaz”/));
  assert.ok(labels(emil).some((label) => /^Topaz - Image Upscale/.test(label)));
});

test('how long a model takes stands in its row once it has run', async () => {
  const emil = await story.meet('Emil');
  await story.make(emil, 'A clock');
  story.world.clock.advance(11 * 60_000);
  emil.send('/models nano banana 2 lite');
  await emil.nextMessage(says(/Found for/));
  assert.match(labels(emil)[0] ?? '', /💎 · ~\d+ s$/);
});

test('a number that is out of range is named with its limits, before anything is bought', async () => {
  const emil = await story.meet('Emil');
  await story.openModel(emil, 'ElevenLabs Speech Turbo 2.5');
  await emil.tap(/More settings/);
  await emil.nextMessage(hasButtons);
  await emil.tap(/Speed/);
  const speed = await emil.nextMessage(says(/Speed/));
  assert.ok(emil.buttons(speed).length > 4, 'values to press');
  emil.send('9');
  const told = await emil.nextMessage(says(/Speed/));
  assert.match(String(told.text), /at most/);
  assert.equal(story.bought(), 0);
});

test('each setting is explained where it is changed', async () => {
  const emil = await story.meet('Emil', 'ru');
  emil.send('/models nano banana 2 lite');
  await emil.tap(await emil.nextMessage(hasButtons), /Nano Banana 2/);
  await emil.tap(await emil.nextMessage(hasButtons), /Пропорции/);
  const field = await emil.nextMessage(says(/Пропорции/));
  assert.match(String(field.text), /ширин|сторон/);
});
