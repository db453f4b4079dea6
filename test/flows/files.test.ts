import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmButton, hasButtons, type Person, photoBytes, tellStory } from './story.ts';

/** Clara sends what she has: photos with and without words, albums, sounds, films, documents. */
const story = tellStory('pglite');

const photo = (caption = '') => ({ bytes: photoBytes, kind: 'photo' as const, mime: 'image/png', caption });
const labels = (person: Person, of = person.lastMessage) =>
  of ? person.buttons(of).map(({ text }) => text) : [];

test('a photo alone leads to what can be done with a photo, and to nothing else', async () => {
  const clara = await story.meet('Clara');
  clara.sendFiles([photo()]);
  const asked = await clara.nextMessage(hasButtons);
  const offered = labels(clara, asked).join('\n');
  for (const wish of ['✏️ Edit', '🎞 Animate', '🔎 Enlarge', '🖼 Restyle', 'Remove Background']) {
    assert.ok(offered.includes(wish), `${wish} is missing:\n${offered}`);
  }
  assert.doesNotMatch(offered, /Rework a sound|Speech to text/);
});

test('a photo with words opens the form of an editor that has both', async () => {
  const clara = await story.meet('Clara');
  clara.sendFiles([photo('Make it winter')]);
  const { message } = await story.form(clara);
  assert.match(String(message.text), /Edit a picture/);
  assert.match(String(message.text), /Make it winter/);
  await clara.tap(message, confirmButton);
  await story.world.settle();
  assert.ok(clara.lastMessage?.photo);
});

test('the background goes with two taps after the photo', async () => {
  const clara = await story.meet('Clara');
  clara.sendFiles([photo()]);
  await clara.tap(await clara.nextMessage(hasButtons), /Remove Background/);
  const { message } = await story.form(clara);
  await clara.tap(message, confirmButton);
  await story.world.settle();
  assert.equal((await story.latest(clara)).state, 'delivered');
});

test('an album with words on its last picture becomes one form with all pictures', async () => {
  const clara = await story.meet('Clara');
  clara.sendFiles([photo(), photo(), photo('Put them side by side')]);
  const form = await clara.waitFor((it) => /Put them side by side/.test(it.text ?? ''));
  const shown = await clara.until(() =>
    clara.messages.find((it) => it.message_id >= form.message_id && /3 files/.test(it.text ?? '')),
  );
  assert.match(String(shown.text), /Edit a picture/);
  assert.equal(clara.messages.filter((it) => hasButtons(it) && /\d files?/.test(it.text ?? '')).length, 1);
});

test('a reply to a result changes that result', async () => {
  const clara = await story.meet('Clara');
  await story.make(clara, 'A red bicycle');
  const picture = await clara.waitFor((it) => it.photo !== undefined);
  const made = await story.latest(clara);
  clara.send('Now make it blue', { replyTo: picture.message_id });
  const { message } = await story.form(clara);
  assert.match(String(message.text), /Now make it blue/);
  await clara.tap(message, confirmButton);
  await story.world.settle();
  const edited = await story.latest(clara);
  assert.notEqual(edited.modelId, made.modelId);
  const asked = story.world.kie.tasks.list().map(({ input }) => JSON.stringify(input));
  assert.ok(asked.some((input) => input.includes(String(made.result?.media[0]?.url))));
});

test('a reply to one’s own old photo edits that photo', async () => {
  const clara = await story.meet('Clara');
  const [sent] = clara.sendFiles([photo()]);
  await clara.nextMessage(hasButtons);
  clara.send('Draw it in ink', { replyTo: sent?.message_id ?? 0 });
  const { message } = await story.form(clara);
  assert.match(String(message.text), /Edit a picture/);
  assert.match(String(message.text), /1 file/);
});

test('a voice note, a film and a document each lead to actions of their kind', async () => {
  const clara = await story.meet('Clara');
  const cases = [
    { kind: 'voice' as const, mime: 'audio/ogg', fits: /Rework a sound|Talking face/ },
    { kind: 'video' as const, mime: 'video/mp4', fits: /Remake a video/ },
    { kind: 'document' as const, mime: 'image/png', fits: /Edit a picture/ },
  ];
  for (const { kind, mime, fits } of cases) {
    clara.sendFiles([{ bytes: photoBytes, kind, mime, fileName: 'file' }]);
    const asked = await clara.nextMessage(hasButtons);
    assert.ok(
      labels(clara, asked).some((label) => fits.test(label)),
      `${kind}: ${labels(clara, asked)}`,
    );
  }
});

test('a film beyond 20 MB is refused with the reason and the way round it', async () => {
  const clara = await story.meet('Clara');
  clara.sendFiles([{ bytes: new Uint8Array(20 * 1024 * 1024 + 1), kind: 'document', mime: 'video/mp4' }]);
  const told = await clara.nextMessage();
  assert.match(String(told.text), /larger than 20 MB/);
  assert.match(String(told.text), /link/);
});

test('a film given by its address is measured, and so is one made here: the price follows the length', async () => {
  const clara = await story.meet('Clara');
  await story.openModel(clara, 'Bytedance Seedance 1.5 Pro');
  clara.send('Waves at night');
  await clara.nextMessage((it) => /Still needed: Length/.test(it.text ?? ''));
  const { message: wish } = await story.wish(clara, '4');
  await clara.tap(wish, confirmButton);
  await story.world.settle();
  const film = await clara.waitFor((it) => it.video !== undefined);
  const { result } = await story.latest(clara);
  await story.openModel(clara, 'Topaz - Video Upscale');
  clara.send(String(result?.media[0]?.url));
  const typed = await story.form(clara);
  await clara.tap(film, '🔎 Enlarge');
  const tapped = await story.form(clara);
  assert.match(String(tapped.message.text), /Topaz - Video Upscale/);
  assert.equal(tapped.price, typed.price);
  assert.ok(typed.price > 8, `${typed.price} is the price of one second`);
  await clara.tap(tapped.message, confirmButton);
  await story.world.settle();
  assert.equal((await story.latest(clara)).state, 'delivered');
});

test('an address that gives nothing is said to give nothing, and one inside the house is never asked', async () => {
  const clara = await story.meet('Clara');
  await story.openModel(clara, 'Topaz - Video Upscale');
  for (const address of ['http://169.254.169.254/latest', 'http://nowhere.invalid/a.mp4', 'https://[']) {
    clara.send(address);
    await clara.nextMessage((it) => /cannot fetch a file from this address/.test(it.text ?? ''));
  }
});

test('words for a picture come back to the model used last', async () => {
  const clara = await story.meet('Clara');
  await story.openModel(clara, 'Seedream4.0 - Text to Image');
  const first = await story.make(clara, 'A kite');
  const second = await story.make(clara, 'A second kite');
  assert.equal(second.modelId, first.modelId);
});
