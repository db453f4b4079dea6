import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmButton, hasButtons, photoBytes, tellStory } from './story.ts';

/** Fay shows things around, follows links, and at last wants to be forgotten. */
const story = tellStory('pglite');

const says = (pattern: RegExp) => (it: { text?: string }) => pattern.test(it.text ?? '');

test('in any chat the bot offers one’s own pictures, by word, and nobody else’s', async () => {
  const fay = await story.meet('Fay');
  const gus = await story.meet('Gus');
  await story.make(fay, 'A green heron');
  await story.make(fay, 'A purple sky');
  const { results } = await fay.inline('heron');
  assert.equal(results.length, 1);
  const [picture] = results as { type: string; photo_file_id: string; caption: string }[];
  assert.equal(picture?.type, 'photo');
  assert.match(String(picture?.caption), /A green heron/);
  assert.equal((await fay.inline('')).results.length, 2);
  assert.deepEqual((await gus.inline('heron')).results, []);
});

test('in any chat a model is found by its name, with its price and the way to its form', async () => {
  const gus = await story.meet('Gus');
  const { results } = await gus.inline('topaz');
  const models = results as { type: string; title: string; description: string }[];
  assert.ok(models.length > 0 && models.every(({ type }) => type === 'article'));
  assert.match(String(models[0]?.title), /Topaz/);
  assert.match(String(models[0]?.description), /\d+ 💎/);
  const [, payload] = /start=(m_[\w-]+)/.exec(JSON.stringify(results)) ?? [];
  gus.send(`/start ${payload}`);
  assert.match(String((await gus.nextMessage(hasButtons)).text), /Topaz/);
});

test('a result handed on by its button is exactly that result', async () => {
  const fay = await story.meet('Fay');
  const { id } = await story.make(fay, 'A stone owl');
  await story.make(fay, 'A glass owl');
  const { results } = await fay.inline(`g_${id}`);
  assert.match(JSON.stringify(results), /A stone owl/);
  assert.equal(results.length, 1);
  const gus = await story.meet('Gus');
  assert.deepEqual((await gus.inline(`g_${id}`)).results, []);
});

test('whoever follows the link of a result begins with its words and without its files', async () => {
  const fay = await story.meet('Fay');
  fay.sendFiles([{ bytes: photoBytes, kind: 'photo', caption: 'Turn it into a mosaic' }]);
  const { message } = await story.form(fay);
  await fay.tap(message, confirmButton);
  await story.world.settle();
  const { id } = await story.latest(fay);
  const gus = story.world.telegram.people.join({ first_name: 'Gus', language_code: 'en' });
  gus.send(`/start g_${id}`);
  const form = await gus.nextMessage(hasButtons);
  assert.match(String(form.text), /Turn it into a mosaic/);
  assert.match(String(form.text), /Still needed: Pictures/);
});

test('a shared preset opens for a stranger with all its settings', async () => {
  const fay = await story.meet('Fay');
  const { message } = await story.wish(fay, 'A label for honey');
  await fay.tap(message, /More settings/);
  await fay.tap(await fay.nextMessage(hasButtons), '💾 Save as preset');
  await fay.nextMessage(says(/Send me a name/));
  fay.send('Honey');
  const saved = await fay.nextMessage(says(/Saved as “Honey”/));
  const [, payload] = /start=(p_[\w-]+)/.exec(String(saved.text)) ?? [];
  const gus = await story.meet('Gus');
  gus.send(`/start ${payload}`);
  const { message: form } = await story.form(gus);
  assert.match(String(form.text), /A label for honey/);
});

test('a link that leads nowhere any more leads to the menu', async () => {
  const gus = await story.meet('Gus');
  gus.send('/start g_nothing');
  assert.match(String((await gus.nextMessage(hasButtons)).text), /Hello, Gus!/);
});

test('the rules are shown at the first look and never again', async () => {
  const fay = await story.meet('Fay');
  assert.match(String(fay.lastMessage?.text), /Nothing illegal/);
  fay.send('/start');
  assert.doesNotMatch(String((await fay.nextMessage(hasButtons)).text), /Nothing illegal/);
});

test('who floods the bot is told once and is heard again a moment later', async () => {
  const fay = await story.meet('Fay');
  for (let index = 0; index < 140; index++) fay.send('/help');
  await fay.waitFor(says(/Too fast for me/));
  await fay.until(() => fay.messages.filter(({ from }) => !from?.is_bot).length === 141);
  await story.world.settle();
  const told = fay.messages.filter(says(/Too fast for me/));
  assert.equal(told.length, 1);
  story.world.clock.advance(60_000);
  fay.send('/balance');
  await fay.nextMessage(says(/^Balance/), { timeoutMs: 30_000 });
});

test('who blocked the bot and lets it in again receives what comes from then on', async () => {
  const fay = await story.meet('Fay');
  const { message } = await story.wish(fay, 'A lamp');
  story.world.kie.scenario.task({ runMs: 300 });
  await fay.tap(message, confirmButton);
  await story.reaches(fay, 'running');
  fay.block();
  fay.unblock();
  await story.world.settle();
  assert.ok(fay.messages.some((it) => it.photo));
});

test('/forget takes every word and keeps the sums', async () => {
  const fay = await story.meet('Fay');
  const { price } = await story.make(fay, 'A secret garden');
  fay.send('/forget');
  await fay.tap(await fay.nextMessage(hasButtons), /Delete everything/);
  await fay.nextMessage(says(/Nothing of it is left/));
  const [generation] = await story.generations(fay);
  assert.ok(!JSON.stringify(generation).includes('secret garden'));
  assert.equal((await story.balance(fay)).available, 900 - price);
  assert.deepEqual((await fay.inline('garden')).results, []);
});
