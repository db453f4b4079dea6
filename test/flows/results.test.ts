import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onOneEngine } from '../kit/index.ts';
import { confirmButton, hasButtons, type Message, photoBytes, startCredits, tellStory } from './story.ts';

/** Boris wants more than pictures: films, songs, speech, texts, several at once, his own photo made over. */
onOneEngine((engine) => {
  const story = tellStory(engine);

  test('a wish for a video brings a video that plays in the chat', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Bytedance - V1 Lite Text to Video');
    const { price } = await story.make(boris, 'Waves on a pebble beach');
    const { video, caption } = await boris.waitFor((it) => it.video !== undefined);
    assert.equal(video?.mime_type, 'video/mp4');
    assert.ok(video && video.width > 0 && video.duration > 0);
    assert.match(String(caption), /Waves on a pebble beach$/);
    assert.deepEqual(await story.balance(boris), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('a sentence for Suno brings both songs of one task for one price', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Suno - Generate Music');
    const { price } = await story.make(boris, 'A shanty of the northern sea');
    const songs = boris.messages.filter((it) => it.audio);
    assert.equal(songs.length, 2);
    assert.ok(songs.every(({ audio }) => audio?.title && audio.duration > 0));
    const withButtons = songs.map((it) => boris.buttons(it).length > 0);
    assert.deepEqual(withButtons, [false, true], 'the buttons stand under the last');
    assert.deepEqual(await story.balance(boris), { available: startCredits - price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('a text to read aloud brings a sound', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'ElevenLabs Speech Turbo 2.5');
    const { price } = await story.make(boris, 'Good evening, here is the news.');
    const { audio } = await boris.waitFor((it) => it.audio !== undefined);
    assert.equal(audio?.mime_type, 'audio/mpeg');
    assert.deepEqual(await story.balance(boris), { available: startCredits - price, held: 0 });
  });

  test('a price that is an upper bound says so, and what kie.ai did not take comes back', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Flux Kontext');
    const { message, price } = await story.wish(boris, 'A brass telescope');
    assert.match(String(message.text), /the most it can cost/);
    await boris.tap(message, confirmButton);
    await story.world.settle();
    const { quote, price: charged } = await story.latest(boris);
    assert.equal(quote.credits, price);
    assert.ok(charged < price, `${charged} of ${price}`);
    assert.match(String(boris.lastMessage?.caption), new RegExp(` ${charged} 💎`));
    assert.deepEqual(await story.balance(boris), { available: startCredits - charged, held: 0 });
  });

  test('lyrics come as a message to read', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Suno - Generate Lyrics');
    await story.make(boris, 'Snow <on> the roof');
    const lyrics = await boris.waitFor((it) => /\[Verse\]/.test(it.text ?? ''));
    assert.match(String(lyrics.text), /Snow <on> the roof/);
    assert.ok(hasButtons(lyrics));
    assert.equal(story.bought(), 1);
  });

  test('several pictures of one task come as one album, the buttons right below it', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Seedream4.0 - Text to Image');
    const one = await story.wish(boris, 'A family of owls');
    await boris.tap(one.message, /^How many/);
    await boris.nextMessage((it) => /as a number/.test(it.text ?? ''));
    boris.send('3');
    const three = await story.form(boris);
    assert.equal(three.price, 3 * one.price);
    await boris.tap(three.message, confirmButton);
    await story.world.settle();
    const album = boris.messages.filter((it) => it.photo);
    assert.equal(album.length, 3);
    assert.equal(new Set(album.map((it) => it.media_group_id)).size, 1);
    assert.deepEqual(
      album.map((it) => it.caption !== undefined),
      [true, false, false],
    );
    assert.match(String(boris.lastMessage?.text), /What next\?/);
    assert.deepEqual(await story.balance(boris), { available: startCredits - three.price, held: 0 });
    assert.equal(story.bought(), 1);
  });

  test('a photo sent into the chat is made over; kie.ai reads it from its own store', async () => {
    const boris = await story.meet('Boris');
    boris.sendFiles([{ kind: 'photo', bytes: photoBytes, caption: 'Make the sky pink' }]);
    const { message, price } = await story.form(boris);
    assert.match(String(message.text), /Make the sky pink/);
    await boris.tap(message, confirmButton);
    await story.world.settle();
    assert.ok(boris.lastMessage?.photo);
    assert.deepEqual(await story.balance(boris), { available: startCredits - price, held: 0 });

    const { kie, telegram } = story.world;
    const { taskId } = await story.latest(boris);
    const given = kie.tasks.get(String(taskId))?.input.image_urls as string[];
    assert.equal(given.length, 1);
    assert.ok(given[0]?.startsWith(`${kie.uploadUrl}/`), given[0]);
    const uploaded = await fetch(String(given[0]));
    assert.deepEqual(Buffer.from(await uploaded.arrayBuffer()), photoBytes);
    const heard = JSON.stringify([kie.journal.entries, kie.tasks.list().map(({ input }) => input)]);
    for (const secret of [telegram.bot().token, telegram.url]) assert.ok(!heard.includes(secret));
  });

  test('a finished picture is the beginning of the next one', async () => {
    const boris = await story.meet('Boris');
    const first = await story.make(boris, 'A plain white cup');
    await boris.tap('✏️ Edit');
    await boris.nextMessage((it) => /Pictures/.test(it.text ?? ''));
    const second = await story.make(boris, 'Paint flowers on it');
    const asked = story.world.kie.tasks.list().find(({ id }) => id === second.taskId);
    assert.deepEqual(asked?.input.image_urls, [first.result?.media[0]?.url]);
    assert.equal(story.bought(), 2);
  });

  test('a text result that is too long for a message comes as a file', async () => {
    const boris = await story.meet('Boris');
    await story.openModel(boris, 'Suno - Generate Lyrics');
    const lyricsData = [{ title: 'Long', text: 'la la la\n'.repeat(3000) }];
    story.world.kie.scenario.task({ resultJson: JSON.stringify({ resultObject: { lyricsData } }) });
    await story.make(boris, 'An endless song');
    const { document } = await boris.waitFor((it: Message) => it.document !== undefined);
    assert.equal(document?.file_name, 'result.txt');
    assert.equal((await story.latest(boris)).state, 'delivered');
  });
});
