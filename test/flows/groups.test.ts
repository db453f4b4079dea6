import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Group, GroupMember } from '#sim';
import {
  confirmButton,
  hasButtons,
  type Message,
  type Person,
  photoBytes,
  startCredits,
  tellStory,
} from './story.ts';

/** Hanna and Ivo are friends in a group, Jan has never met the bot. */
const story = tellStory('pglite');

interface Friends {
  group: Group;
  hanna: Person;
  ivo: Person;
  /** The same two inside of the group. */
  here: { hanna: GroupMember; ivo: GroupMember };
}

async function friends(topics?: string[]): Promise<Friends> {
  const [hanna, ivo] = [await story.meet('Hanna'), await story.meet('Ivo')];
  const group = story.world.telegram.people.group({ title: 'Friends', ...(topics ? { topics } : {}) });
  const here = { hanna: group.join(hanna), ivo: group.join(ivo) };
  group.admitBot(here.hanna);
  await here.hanna.nextMessage(says(/imagine/));
  return { group, hanna, ivo, here };
}

const says = (pattern: RegExp) => (it: Message) => pattern.test(it.text ?? '');
const fromBot = ({ messages }: GroupMember) => messages.filter(({ from }) => from?.is_bot);
const labels = (member: GroupMember, message: Message) => member.buttons(message).map(({ text }) => text);
const isPriced = (it: Message) => labelsOf(it).some((label) => confirmButton.test(label));
const labelsOf = (it: Message) => it.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];

test('let into a group, the bot says once how it is used there and who pays', async () => {
  const { group, here } = await friends();
  assert.match(String(here.ivo.lastMessage?.text), /Whoever asks pays from their own balance/);
  group.admitBot(here.hanna, 'administrator');
  await story.world.settle();
  assert.equal(fromBot(here.hanna).length, 1);
});

test('/imagine in a group becomes a picture that answers it, paid by whoever asked', async () => {
  const { hanna, ivo, here } = await friends();
  const asked = here.hanna.send('/imagine a fox in the snow');
  const offer = await here.hanna.nextMessage(isPriced);
  assert.equal(offer.reply_to_message?.message_id, asked.message_id);
  await here.hanna.tap(offer, confirmButton);
  await story.world.settle();
  const picture = await here.ivo.waitFor((it) => it.photo !== undefined);
  assert.equal(picture.reply_to_message?.message_id, asked.message_id);
  assert.match(String(picture.caption), /a fox in the snow/);
  const { price } = await story.latest(hanna);
  assert.equal((await story.balance(hanna)).available, startCredits - price);
  assert.equal((await story.balance(ivo)).available, startCredits);
  assert.ok(!hanna.messages.some((it) => it.photo), 'nothing comes into the private chat');
});

test('of one order a group sees one message that changes and then the result', async () => {
  const { here } = await friends();
  const before = fromBot(here.ivo).length;
  here.hanna.send('/imagine a lighthouse');
  await here.hanna.tap(await here.hanna.nextMessage(isPriced), confirmButton);
  await story.world.settle();
  await here.ivo.waitFor((it) => it.photo !== undefined);
  const seen = fromBot(here.ivo).slice(before);
  assert.equal(seen.length, 1, 'the status has gone');
});

test('the name of the bot is as good as the command', async () => {
  const { here } = await friends();
  here.ivo.send('@kiegram_sandbox_bot a sleeping cat');
  const offer = await here.ivo.nextMessage(isPriced);
  assert.match(String(offer.text), /a sleeping cat/);
  assert.doesNotMatch(String(offer.text), /@kiegram/);
});

test('a photo of a friend is changed by answering it with the command', async () => {
  const { hanna, here } = await friends();
  const [photo] = here.ivo.sendFiles([{ bytes: photoBytes, kind: 'photo' }]);
  here.hanna.send('/imagine make it winter', { replyTo: photo?.message_id ?? 0 });
  await here.hanna.tap(await here.hanna.nextMessage(isPriced), confirmButton);
  await story.world.settle();
  const { input, state } = await story.latest(hanna);
  assert.equal(state, 'delivered');
  assert.match(JSON.stringify(input), /make it winter.*attachment:|attachment:.*make it winter/);
});

test('a photo with the command below it is changed, and so is what somebody else has made', async () => {
  const { hanna, ivo, here } = await friends();
  here.hanna.sendFiles([{ bytes: photoBytes, kind: 'photo', caption: '/imagine draw it in ink' }]);
  await here.hanna.tap(await here.hanna.nextMessage(isPriced), confirmButton);
  await story.world.settle();
  const inInk = await here.hanna.waitFor((it) => it.photo !== undefined && it.from?.is_bot === true);
  here.ivo.send('/imagine now in colour', { replyTo: inInk.message_id });
  await here.ivo.tap(await here.ivo.nextMessage(isPriced), confirmButton);
  await story.world.settle();
  assert.equal((await story.latest(ivo)).state, 'delivered');
  assert.equal((await story.generations(hanna)).length, 1);
});

test('in a forum the offer, the status and the picture stand in the topic that asked', async () => {
  const { group, here } = await friends(['Cats', 'Dogs']);
  const thread = group.topics.get('Dogs') ?? 0;
  here.hanna.send('/imagine a dog', { thread });
  const offer = await here.hanna.nextMessage(isPriced);
  assert.equal(offer.message_thread_id, thread);
  await here.hanna.tap(offer, confirmButton);
  await story.world.settle();
  const picture = await here.hanna.waitFor((it) => it.photo !== undefined);
  assert.equal(picture.message_thread_id, thread);
});

test('what friends say to each other is none of the bot’s business', async () => {
  const { group, here } = await friends();
  group.admitBot(here.hanna, 'administrator');
  const before = fromBot(here.hanna).length;
  here.hanna.send('hello all');
  here.ivo.send('/start');
  here.ivo.send('/start@another_bot');
  here.ivo.sendFiles([{ bytes: photoBytes, kind: 'photo' }]);
  here.hanna.send('nice!', { replyTo: fromBot(here.hanna)[0]?.message_id ?? 0 });
  here.hanna.send('/help@kiegram_sandbox_bot');
  await here.hanna.nextMessage(says(/Whoever asks pays/));
  assert.equal(fromBot(here.hanna).length, before + 1);
});

test('a button in a group works for whoever ordered, and for nobody else', async () => {
  const { hanna, ivo, here } = await friends();
  here.hanna.send('/imagine a kite');
  const offer = await here.hanna.nextMessage(isPriced);
  const tapped = await here.ivo.tap(offer, confirmButton);
  assert.match(String(tapped.text), /for whoever ordered/);
  await here.ivo.tap(offer, /Cancel/);
  await here.hanna.tap(offer, confirmButton);
  await story.world.settle();
  const picture = await here.hanna.waitFor((it) => it.photo !== undefined);
  assert.match(String((await here.ivo.tap(picture, /Another/)).text), /for whoever ordered/);
  assert.equal((await story.generations(ivo)).length, 0);
  await here.hanna.tap(picture, /Another/);
  await story.world.settle();
  assert.equal((await story.generations(hanna)).length, 2);
});

test('cancelled, an offer disappears from the group', async () => {
  const { here } = await friends();
  const before = fromBot(here.hanna).length;
  here.hanna.send('/imagine something else');
  await here.hanna.tap(await here.hanna.nextMessage(isPriced), /Cancel/);
  assert.equal(fromBot(here.hanna).length, before);
});

test('no menu opens in a group: of each screen only what concerns the order is left', async () => {
  const { here } = await friends();
  here.hanna.send('/imagine a bridge');
  const offer = await here.hanna.nextMessage(isPriced);
  assert.deepEqual(labels(here.hanna, offer).slice(1), ['💬 In private', '✖️ Cancel']);
  await here.hanna.tap(offer, confirmButton);
  await story.world.settle();
  const picture = await here.hanna.waitFor((it) => it.photo !== undefined);
  assert.deepEqual(
    labels(here.hanna, picture).map((label) => label.replace(/\d+/, 'N')),
    ['🔁 Again', '🎲 Another · N 💎', '💬 In private'],
  );
  assert.match(String((await here.hanna.tapData(picture.message_id, '1h')).text), /outdated/);
  assert.equal(here.hanna.lastMessage?.message_id, picture.message_id);
});

test('whoever never met the bot is led into the private chat, words and all, and gets no credits in the group', async () => {
  const { group } = await friends();
  const jan = story.world.telegram.people.join({ first_name: 'Jan', language_code: 'en' });
  const there = group.join(jan);
  there.send('/imagine a red boat');
  const told = await there.nextMessage(says(/meet me in private/));
  const [button] = told.reply_markup?.inline_keyboard.flat() ?? [];
  const [, payload] = /start=(q_[\w-]+)$/.exec(button && 'url' in button ? button.url : '') ?? [];
  assert.deepEqual(await story.balance(jan), { available: 0, held: 0 });
  jan.send(`/start ${payload}`);
  const { message } = await story.form(jan);
  assert.match(String(message.text), /a red boat/);
  there.send('/imagine a red boat');
  await there.nextMessage(isPriced);
});

test('the way into the private chat opens the same order with all its settings, and later the result with all its buttons', async () => {
  const { hanna, here } = await friends();
  here.hanna.send('/imagine a mill');
  const offer = await here.hanna.nextMessage(isPriced);
  hanna.send(`/start ${payloadOf(offer)}`);
  const { message } = await story.form(hanna);
  assert.match(String(message.text), /a mill/);
  assert.ok(labelsOf(message).some((label) => /More settings/.test(label)));
  await here.hanna.tap(offer, confirmButton);
  await story.world.settle();
  const picture = await here.hanna.waitFor((it) => it.photo !== undefined);
  hanna.send(`/start ${payloadOf(picture)}`);
  const again = await hanna.nextMessage((it) => it.photo !== undefined);
  assert.ok(labelsOf(again).includes('➕ Use for…'));
});

test('a balance that is too low is told the caller alone, and nothing is bought', async () => {
  const { hanna, here } = await friends();
  const { price } = await story.make(hanna, 'First of all');
  await drain(hanna, price);
  here.hanna.send('/imagine too dear');
  const offer = await here.hanna.nextMessage(isPriced);
  assert.match(String(offer.text), /you have 0 💎/);
  const told = await here.hanna.tap(offer, confirmButton);
  assert.equal(told.show_alert, true);
  assert.equal((await story.generations(hanna)).length, 1);
});

test('thrown out while a picture is made, the bot keeps it in the history of whoever paid', async () => {
  const { group, hanna, here } = await friends();
  here.hanna.send('/imagine a farewell');
  const offer = await here.hanna.nextMessage(isPriced);
  story.world.kie.scenario.task({ runMs: 300 });
  await here.hanna.tap(offer, confirmButton);
  await story.reaches(hanna, 'running');
  group.admitBot(here.ivo, 'kicked');
  await story.world.settle();
  assert.equal((await story.latest(hanna)).state, 'delivered');
  hanna.send('/history');
  await hanna.tap(await hanna.nextMessage(hasButtons), /a farewell/);
  await hanna.waitFor(says(/a farewell/));
});

test('a Russian is answered in Russian among friends who read English', async () => {
  const { group } = await friends();
  const olga = await story.meet('Ольга', 'ru');
  const there = group.join(olga);
  there.send('/imagine лиса');
  await there.nextMessage((it) => labelsOf(it).some((label) => /Отмена/.test(label)));
});

function payloadOf(message: Message): string {
  const urls = message.reply_markup?.inline_keyboard.flat().flatMap((it) => ('url' in it ? it.url : []));
  return /start=([\w-]+)$/.exec(urls?.[0] ?? '')?.[1] ?? '';
}

/** Takes what a person has left. */
async function drain(person: Person, spent: number): Promise<void> {
  const { withdraw } = await import('#ledger');
  const { database } = story.world.app.rooms;
  const amount = startCredits - spent;
  const taking = { key: `drain:${person.id}`, personId: person.id, amount, memo: 'story' };
  await database.transaction((trx) =>
    withdraw(trx, { ...taking, reason: 'operator-withdrawal', at: story.world.clock.now() }),
  );
}
