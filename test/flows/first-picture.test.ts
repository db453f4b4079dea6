import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, startCredits, tellStory } from './story.ts';

/** Alice has never used the bot. She wants a picture. */
onEachEngine((engine) => {
  const story = tellStory(engine);

  test('a sentence and one tap become a picture with its price, its words and what to do next', async () => {
    const alice = await story.meet('Alice');
    assert.match(String(alice.lastMessage?.text), /Hello, Alice!/);
    const { message, price } = await story.wish(alice, 'A lighthouse at sunset');
    assert.match(String(message.text), new RegExp(`Price: ${price} 💎 · you have ${startCredits} 💎`));
    await alice.tap(message, confirmButton);
    const picture = await alice.waitFor((it) => it.photo !== undefined);
    await story.world.settle();

    assert.match(String(picture.caption), new RegExp(`· .+ · ${price} 💎\nA lighthouse at sunset$`));
    const labels = alice.buttons(picture).map(({ text }) => text);
    for (const label of ['🔁 Again', '✏️ New prompt', '✏️ Edit', '🎞 Animate', '🔎 Enlarge', '📄 Original']) {
      assert.ok(labels.includes(label), `${label} is missing among ${labels}`);
    }
    assert.deepEqual(await story.states(alice), [
      'queued',
      'submitting',
      'running',
      'succeeded',
      'delivered',
    ]);
    assert.deepEqual(await story.balance(alice), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('from /start to the first picture it is two taps and not a word', async (t) => {
    const began = performance.now();
    const alice = await story.meet('Alice');
    let taps = 0;
    await alice.tap(/A fox reading/);
    taps++;
    const { message } = await story.form(alice);
    await alice.tap(message, confirmButton);
    taps++;
    await alice.waitFor((it) => it.photo !== undefined);
    await story.world.settle();
    t.diagnostic(`${taps} taps, ${((performance.now() - began) / 1000).toFixed(2)} s with the simulators`);
    assert.equal(taps, 2);
    assert.deepEqual(
      alice.messages.filter(({ from }) => !from?.is_bot).map(({ text }) => text),
      ['/start'],
    );
    assert.equal((await story.latest(alice)).state, 'delivered');
  });

  test('while it is made, one message tells where it stands, and goes when the picture comes', async () => {
    const alice = await story.meet('Alice');
    const { message, price } = await story.wish(alice, 'A heron in the mist');
    story.world.kie.scenario.task({ runMs: 400 });
    await alice.tap(message, confirmButton);
    const working = await alice.waitFor((it) => /: working/.test(it.text ?? ''));
    assert.equal(working.message_id, message.message_id, 'the form becomes the status');
    assert.deepEqual(await story.balance(alice), { available: startCredits - price, held: price });
    await alice.until(() => alice.actions.includes('upload_photo'));
    await story.world.settle();
    assert.ok(!alice.messages.some(({ message_id: id }) => id === working.message_id), 'the status stays');
    assert.ok(alice.lastMessage?.photo);
  });

  test('/balance tells the gift, the price once, and what is left', async () => {
    const alice = await story.meet('Alice');
    const { price } = await story.make(alice, 'A red kite');
    alice.send('/balance');
    const { text = '' } = await alice.nextMessage((it) => /^Balance/.test(it.text ?? ''));
    assert.match(text, new RegExp(`^Balance: ${startCredits - price} 💎`));
    assert.match(text, /Welcome gift · \+900 💎/);
    assert.equal(text.match(new RegExp(`· [-−]${price} 💎`, 'g'))?.length, 1, text);
    assert.doesNotMatch(text, /Reserved/);
  });

  test('/history brings a picture back without another charge', async () => {
    const alice = await story.meet('Alice');
    const { price } = await story.make(alice, 'A paper boat on a lake');
    alice.send('/history');
    const list = await alice.nextMessage((it) => /^Your results/.test(it.text ?? ''));
    await alice.tap(list, /A paper boat/);
    const again = await alice.waitFor((it) => it.photo !== undefined && it.message_id > list.message_id);
    assert.match(String(again.caption), /A paper boat on a lake$/);
    assert.deepEqual(await story.balance(alice), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('Again opens the same form, and a second picture costs a second time', async () => {
    const alice = await story.meet('Alice');
    const { price } = await story.make(alice, 'A blue door');
    await alice.tap('🔁 Again');
    const form = await story.form(alice);
    assert.match(String(form.message.text), /A blue door/);
    assert.equal(form.price, price);
    await alice.tap(form.message, confirmButton);
    await story.world.settle();
    assert.equal(alice.messages.filter((it) => it.photo).length, 2);
    assert.deepEqual(await story.balance(alice), { available: startCredits - 2 * price, held: 0 });
    assert.equal(story.bought(), 2);
  });

  test('New prompt keeps the settings and asks for other words', async () => {
    const alice = await story.meet('Alice');
    const first = await story.make(alice, 'A green door');
    await alice.tap('✏️ New prompt');
    await alice.nextMessage((it) => /Prompt/.test(it.text ?? ''));
    const second = await story.make(alice, 'A yellow door');
    assert.equal(second.input.prompt, 'A yellow door');
    assert.equal(second.modelId, first.modelId);
    assert.equal(story.bought(), 2);
  });

  test('Original sends the untouched file as a document', async () => {
    const alice = await story.meet('Alice');
    const { result } = await story.make(alice, 'A stone bridge');
    await alice.tap('📄 Original');
    const { document } = await alice.waitFor((it) => it.document !== undefined);
    assert.match(String(document?.file_name), /\.png$/);
    const made = await fetch(String(result?.media[0]?.url));
    const sent = await fetch(`${story.world.telegram.url}/sim/files/${document?.file_id}`);
    assert.deepEqual(Buffer.from(await sent.arrayBuffer()), Buffer.from(await made.arrayBuffer()));
    assert.equal(story.bought(), 1);
  });
});
