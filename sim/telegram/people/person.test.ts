import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, StarTransaction, Update } from 'grammy/types';
import { createTelegramSim, type TelegramSim } from '../index.ts';
import { BOT, call, png, result } from '../test-client.ts';

const start = () => createTelegramSim({ bots: [BOT] });

/** Takes the waiting updates and confirms them; waits for one if there is none. */
async function takeUpdates(sim: TelegramSim): Promise<Update[]> {
  const updates = await result<Update[]>(sim, 'getUpdates', { timeout: 10 });
  const last = updates.at(-1);
  if (last) await result(sim, 'getUpdates', { offset: last.update_id + 1 });
  return updates;
}

function say(
  sim: TelegramSim,
  chat: number,
  text: string,
  buttons: [string, string][] = [],
): Promise<Message> {
  const row = buttons.map(([label, callback_data]) => ({ text: label, callback_data }));
  const markup = row.length > 0 ? { reply_markup: { inline_keyboard: [row] } } : {};
  return result(sim, 'sendMessage', { chat_id: chat, text, ...markup });
}

async function sendInvoice(sim: TelegramSim, chat: number): Promise<Message> {
  const terms = { title: 'Credits', description: 'A pack', payload: 'order-7', currency: 'XTR' };
  return result(sim, 'sendInvoice', { chat_id: chat, ...terms, prices: [{ label: 'Pack', amount: 250 }] });
}

test('A command reaches the bot with its entity and the answered message', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice', language_code: 'ru', username: 'alice' });
  const hello = alice.send('/start r_42');
  alice.send('me again', { replyTo: hello.message_id });
  const [first, second] = await takeUpdates(sim);
  assert.deepEqual(first?.message?.entities, [{ type: 'bot_command', offset: 0, length: 6 }]);
  assert.deepEqual(first?.message?.from, alice.user);
  assert.equal(first?.message?.from?.language_code, 'ru');
  assert.equal(second?.message?.reply_to_message?.message_id, hello.message_id);
  assert.throws(() => alice.send('to nothing', { replyTo: 999 }), /no message 999/);
});

test('Several files become one album, and a photo comes in several sizes', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  const bytes = png(1600, 800);
  alice.sendFiles([
    { bytes, kind: 'photo', caption: 'see #foxes' },
    { bytes: Buffer.from('film'), kind: 'video', duration: 5, width: 640, height: 360 },
  ]);
  const messages = (await takeUpdates(sim)).map(({ message }) => message);
  assert.equal(messages.length, 2);
  assert.ok(messages[0]?.media_group_id);
  assert.equal(messages[1]?.media_group_id, messages[0].media_group_id);
  assert.deepEqual(
    messages[0].photo?.map(({ width, height }) => [width, height]),
    [
      ...[
        [90, 45],
        [320, 160],
        [800, 400],
        [1280, 640],
      ],
      [1600, 800],
    ],
  );
  assert.deepEqual(messages[0].caption_entities, [{ type: 'hashtag', offset: 4, length: 6 }]);
  const { duration, mime_type, width } = messages[1]?.video ?? {};
  assert.deepEqual({ duration, mime_type, width }, { duration: 5, mime_type: 'video/mp4', width: 640 });
});

test('Files that no client sends together are refused, and none of them arrives', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  const bytes = Buffer.from('x');
  assert.throws(
    () =>
      alice.sendFiles([
        { bytes, kind: 'document' },
        { bytes, kind: 'audio' },
      ]),
    /no album/,
  );
  assert.throws(
    () =>
      alice.sendFiles([
        { bytes, kind: 'voice' },
        { bytes, kind: 'voice' },
      ]),
    /no album/,
  );
  assert.throws(() =>
    alice.sendFiles(Array.from({ length: 11 }, () => ({ bytes, kind: 'document' as const }))),
  );
  assert.deepEqual(alice.messages, []);
});

test('A file of 20 MiB and a byte comes in, but the bot can not download it', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  const limit = 20 * 1024 * 1024;
  const [fits, big] = alice.sendFiles([
    { bytes: Buffer.alloc(limit, 1), kind: 'document', fileName: 'a.zip' },
    { bytes: Buffer.alloc(limit + 1, 1), kind: 'document', fileName: 'b.zip' },
  ]);
  assert.equal((await call(sim, 'getFile', { file_id: fits?.document?.file_id })).ok, true);
  const refused = await call(sim, 'getFile', { file_id: big?.document?.file_id });
  assert.equal(refused.description, 'Bad Request: file is too big');
});

test('A tap waits for the answer; what came meanwhile is next', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  await takeUpdates(sim);
  const menu = await say(sim, alice.id, 'Menu', [
    ['More', 'more'],
    ['Less', 'less'],
  ]);
  assert.equal((await alice.nextMessage()).text, 'Menu');
  const tapped = alice.tap(menu, /^Mo/);
  const query = (await takeUpdates(sim))[0]?.callback_query;
  assert.equal(query?.data, 'more');
  assert.equal(query?.message?.message_id, menu.message_id);
  await result(sim, 'editMessageText', {
    chat_id: alice.id,
    message_id: menu.message_id,
    text: 'More of it',
  });
  await result(sim, 'answerCallbackQuery', { callback_query_id: query?.id, text: 'done', show_alert: true });
  assert.deepEqual(await tapped, { answered: true, text: 'done', show_alert: true });
  assert.deepEqual(alice.toasts, [{ text: 'done', show_alert: true }]);
  assert.equal((await alice.nextMessage()).text, 'More of it');
});

test('An old keyboard can not be tapped, only its data can be sent', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  await takeUpdates(sim);
  const old = await say(sim, alice.id, 'Menu', [['Go', 'go']]);
  await result(sim, 'editMessageText', { chat_id: alice.id, message_id: old.message_id, text: 'Gone' });
  await assert.rejects(
    alice.tap(old, 'Go'),
    /no button Go; the chat ends with:\n#1 person: \/start\n#2 bot: Gone/,
  );
  await assert.rejects(alice.tapAt(old.message_id, 0, 0), /no button in row 0, column 0/);
  const forged = alice.tapData(old.message_id, 'go');
  const query = (await takeUpdates(sim))[0]?.callback_query;
  assert.equal(query?.data, 'go');
  await result(sim, 'answerCallbackQuery', { callback_query_id: query?.id });
  assert.deepEqual(await forged, { answered: true });
});

test('A payment is booked when the bot agrees, and the receipt reaches both', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  const bob = sim.people.join({ first_name: 'Bob' });
  alice.send('/buy');
  await takeUpdates(sim);
  const invoice = await sendInvoice(sim, alice.id);
  await assert.rejects(bob.pay(invoice.message_id), /Bob has no invoice/);
  await assert.rejects(alice.tap(invoice, /^Pay/), /is no button that the bot hears of/);
  const paying = alice.pay(invoice.message_id);
  const checkout = (await takeUpdates(sim))[0]?.pre_checkout_query;
  assert.deepEqual([checkout?.total_amount, checkout?.invoice_payload], [250, 'order-7']);
  await result(sim, 'answerPreCheckoutQuery', { pre_checkout_query_id: checkout?.id, ok: true });
  assert.deepEqual(await paying, { paid: true });
  const receipt = (await takeUpdates(sim))[0]?.message?.successful_payment;
  assert.deepEqual((await alice.nextMessage()).successful_payment, receipt);
  const { transactions } = await result<{ transactions: StarTransaction[] }>(sim, 'getStarTransactions');
  assert.deepEqual(
    [transactions[0]?.id, transactions[0]?.amount],
    [receipt?.telegram_payment_charge_id, 250],
  );
});

test('A refused payment tells why and books nothing', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/buy');
  await takeUpdates(sim);
  const paying = alice.pay((await sendInvoice(sim, alice.id)).message_id);
  const checkout = (await takeUpdates(sim))[0]?.pre_checkout_query;
  const refusal = { pre_checkout_query_id: checkout?.id, ok: false, error_message: 'Sold out' };
  await result(sim, 'answerPreCheckoutQuery', refusal);
  assert.deepEqual(await paying, { paid: false, error: 'Sold out' });
  assert.deepEqual(await result(sim, 'getStarTransactions'), { transactions: [] });
});

test('Who blocked the bot gets nothing more until the block is lifted', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  await takeUpdates(sim);
  alice.block();
  const change = (await takeUpdates(sim))[0]?.my_chat_member;
  assert.deepEqual([change?.old_chat_member.status, change?.new_chat_member.status], ['member', 'kicked']);
  const refused = await call(sim, 'sendMessage', { chat_id: alice.id, text: 'hi' });
  assert.deepEqual([refused.status, refused.description], [403, 'Forbidden: bot was blocked by the user']);
  assert.throws(() => alice.send('hello?'), /Alice blocked the bot/);
  alice.unblock();
  assert.equal((await takeUpdates(sim))[0]?.my_chat_member?.new_chat_member.status, 'member');
  assert.equal((await say(sim, alice.id, 'back')).text, 'back');
});

test('An inline query is answered with what the bot offers', async () => {
  await using sim = await start();
  const asked = sim.people.join({ first_name: 'Alice' }).inline('cat');
  const query = (await takeUpdates(sim))[0]?.inline_query;
  assert.equal(query?.query, 'cat');
  await result(sim, 'answerInlineQuery', { inline_query_id: query?.id, results: [{ id: '1' }] });
  assert.deepEqual(await asked, { results: [{ id: '1' }] });
});

test('Waiting finds what is there already, and shows the chat when nothing comes', async () => {
  await using sim = await start();
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  await say(sim, alice.id, 'Menu', [['Go', 'go']]);
  assert.equal((await alice.waitFor(({ text }) => text === 'Menu')).text, 'Menu');
  const missing = alice.nextMessage(() => true, { timeoutMs: 20 });
  await assert.rejects(
    missing,
    /not seen within 20 ms; the chat ends with:\n#1 person: \/start\n#2 bot: Menu \[Go\]/,
  );
  const coming = alice.waitFor(({ text }) => text === 'Later');
  await say(sim, alice.id, 'Later');
  assert.equal((await coming).text, 'Later');
});
