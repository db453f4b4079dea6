import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmButton, hasButtons, type Person, tellStory } from './story.ts';

/** Dora makes fifty things a day and goes on from each. */
const story = tellStory('pglite');

const labels = (person: Person) =>
  person.lastMessage ? person.buttons(person.lastMessage).map(({ text }) => text) : [];

test('another one of the same picture costs one tap and its price, and two taps in a row are one order', async () => {
  const dora = await story.meet('Dora');
  const { price, input } = await story.make(dora, 'A snail with a top hat');
  story.world.kie.scenario.task({ runMs: 300 });
  await Promise.all([dora.tap(/🎲/), dora.tap(/🎲/)]);
  await story.world.settle();
  const made = await story.generations(dora);
  assert.equal(made.length, 2);
  assert.deepEqual(made[0]?.input, input);
  assert.equal((await story.balance(dora)).available, 900 - 2 * price);
  await dora.tap(/🎲/);
  await story.world.settle();
  assert.equal((await story.generations(dora)).length, 3);
});

test('of two songs the chosen one is extended with its own task and track', async () => {
  const dora = await story.meet('Dora');
  await story.openModel(dora, 'Suno - Generate Music');
  const song = await story.make(dora, 'A waltz for two violins');
  await dora.tap('1');
  await dora.until(() => labels(dora).includes('✓ 1'));
  assert.ok(
    labels(dora).some((label) => /Create Music Video|Separate Vocals/.test(label)),
    String(labels(dora)),
  );
  await dora.tap(/^Extend Music/);
  const { message } = await story.form(dora);
  await dora.tap(message, confirmButton);
  await story.world.settle();
  const extended = await story.latest(dora);
  assert.equal(extended.input.audio_id, song.result?.media[0]?.trackId);
  assert.equal(extended.state, 'delivered');
});

test('a picture leads to everything that can be made of it', async () => {
  const dora = await story.meet('Dora');
  await story.make(dora, 'A pear');
  await dora.tap(/Use for/);
  const uses = await dora.nextMessage(hasButtons);
  const offered = dora
    .buttons(uses)
    .map(({ text }) => text)
    .join('\n');
  assert.match(offered, /Animate a picture/);
  assert.match(offered, /Remove Background/);
  await dora.tap(uses, /Animate a picture/);
  const form = await dora.nextMessage((it) => /Animate a picture/.test(it.text ?? ''));
  assert.match(String(form.text), /1 file/);
});

test('the prompt is copied by a button, and the result handed on by another', async () => {
  const dora = await story.meet('Dora');
  await story.make(dora, 'A plum');
  const buttons = dora.lastMessage ? dora.buttons(dora.lastMessage).map(({ button }) => button) : [];
  assert.ok(buttons.some((it) => 'copy_text' in it && it.copy_text.text === 'A plum'));
  assert.ok(buttons.some((it) => 'switch_inline_query_chosen_chat' in it));
});

test('lyrics are read again from the history, and deleted from it', async () => {
  const dora = await story.meet('Dora');
  await story.openModel(dora, 'Suno - Generate Lyrics');
  await story.make(dora, 'Rain on tin');
  dora.send('/history');
  const list = await dora.nextMessage(hasButtons);
  await dora.tap(list, /Rain on tin/);
  const again = await dora.nextMessage((it) => /\[Verse\]/.test(it.text ?? ''));
  await dora.tap(again, '🏠 Menu');
  await dora.nextMessage((it) => /^Hello, Dora/.test(it.text ?? ''));
  await dora.tap(again, '🔁 Again');
  await story.form(dora);
  assert.ok(
    dora.messages.some((it) => it.message_id === again.message_id && /\[Verse\]/.test(it.text ?? '')),
    'the lyrics stay where they are',
  );
  await dora.tap(again, /Delete from history/);
  assert.ok(!dora.messages.some((it) => it.message_id === again.message_id));
  dora.send('/history');
  const left = await dora.nextMessage((it) => /^Your results/.test(it.text ?? ''));
  assert.ok(!dora.buttons(left).some(({ text }) => /Rain on tin/.test(text)));
});

test('the history is narrowed to songs, and searched by a word', async () => {
  const dora = await story.meet('Dora');
  await story.make(dora, 'A hedgehog asleep');
  await story.make(dora, 'A fox awake');
  dora.send('/history');
  const list = await dora.nextMessage(hasButtons);
  await dora.tap(list, '🎵');
  const songs = await dora.nextMessage((it) => /Nothing of that kind/.test(it.text ?? ''));
  await dora.tap(songs, '🗂');
  await dora.nextMessage((it) => /^Your results/.test(it.text ?? ''));
  await dora.tap(/Search/);
  await dora.nextMessage((it) => /Send me a word/.test(it.text ?? ''));
  dora.send('hedgehog');
  const found = await dora.nextMessage((it) => /with “hedgehog”/.test(it.text ?? ''));
  const rows = dora
    .buttons(found)
    .map(({ text }) => text)
    .join('\n');
  assert.match(rows, /hedgehog asleep/);
  assert.doesNotMatch(rows, /fox awake/);
  await dora.tap(found, /hedgehog/);
  assert.ok(await dora.waitFor((it) => it.photo !== undefined && it.message_id > found.message_id));
});

test('what a search found is read page by page, narrowed, and left again', async () => {
  const dora = await story.meet('Dora');
  await story.make(dora, 'A heron');
  for (let index = 1; index <= 9; index++) {
    const { message } = await story.wish(dora, `Otter number ${index}`);
    await dora.tap(message, confirmButton);
  }
  await story.world.settle();
  dora.send('/history OTTER');
  const list = await dora.nextMessage((it) => /with “OTTER”/.test(it.text ?? ''));
  const otters = (message = dora.messages.find((it) => it.message_id === list.message_id)) => {
    assert.match(message?.text ?? '', /with “OTTER”/);
    const rows = message ? dora.buttons(message).map(({ text }) => text) : [];
    assert.ok(!rows.some((row) => row.includes('heron')));
    return rows.flatMap((row) => /Otter number (\d)/.exec(row)?.[1] ?? []).join('');
  };
  assert.equal(otters(), '98765432');
  await dora.tap(list, 'Next ›');
  assert.equal(otters(), '1');
  await dora.tap(list, '‹ Previous');
  assert.equal(otters(), '98765432');
  await dora.tap(list, '🎵');
  assert.equal(otters(), '');
  await dora.tap(list, '🗂');
  assert.equal(otters(), '98765432');
});
