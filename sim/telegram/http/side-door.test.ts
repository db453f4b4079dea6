import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Update } from 'grammy/types';
import { createTelegramSim, type TelegramSim } from '../index.ts';
import type { ChatEvent, GroupView, PersonView } from '../page-contract.ts';
import { BOT, form, png, result, TOKEN } from '../test-client.ts';

async function door<T>(sim: TelegramSim, path: string, body?: object): Promise<T> {
  const isForm = body instanceof FormData;
  const post = isForm
    ? { body }
    : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${sim.url}/sim/${path}`, body ? { method: 'POST', ...post } : {});
  return (await response.json()) as T;
}

/** The events of a person as they come over HTTP. */
async function* events(sim: TelegramSim, person: PersonView, signal: AbortSignal): AsyncGenerator<ChatEvent> {
  const response = await fetch(`${sim.url}/sim/people/${person.id}/events`, { signal });
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield JSON.parse(text.slice('data: '.length, end));
      text = text.slice(end + 2);
    }
  }
}

test('From another process a person joins, writes, sees the answer as it comes, taps and gets a toast', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = await door<PersonView>(sim, 'people', { first_name: 'Alice', language_code: 'ru' });
  assert.deepEqual(await door(sim, 'people'), [alice]);
  const ended = new AbortController();
  const stream = events(sim, alice, ended.signal);
  const next = async () => (await stream.next()).value as ChatEvent;

  assert.equal((await next()).type, 'snapshot');
  await door(sim, `people/${alice.id}/messages`, { text: '/start' });
  assert.equal((await next()).type, 'message');
  const markup = { inline_keyboard: [[{ text: 'Tap', callback_data: 'go' }]] };
  const sent = await result<Message>(sim, 'sendMessage', {
    chat_id: alice.id,
    text: 'hi',
    reply_markup: markup,
  });
  assert.deepEqual(await next(), { type: 'message', message: sent });

  const tap = door(sim, `people/${alice.id}/taps`, { message_id: sent.message_id, row: 0, column: 0 });
  await sim.journal.waitFor((entry) => entry.kind === 'update' && entry.type === 'callback_query');
  const query = (await result<Update[]>(sim, 'getUpdates')).at(-1)?.callback_query;
  assert.equal(query?.data, 'go');
  await result(sim, 'answerCallbackQuery', { callback_query_id: query?.id, text: 'ok' });
  assert.deepEqual(await tap, { answered: true, text: 'ok', show_alert: false });
  assert.deepEqual(await next(), { type: 'toast', text: 'ok', show_alert: false });
  await result(sim, 'deleteMessage', { chat_id: alice.id, message_id: sent.message_id });
  assert.deepEqual(await next(), { type: 'deleted', message_ids: [sent.message_id] });
  ended.abort();
});

test('Several files make an album, and each opens under its id', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = await door<PersonView>(sim, 'people', { first_name: 'Alice' });
  const data = form({ kind: 'photo', caption: 'two' });
  for (const side of [10, 20])
    data.append('file', new Blob([new Uint8Array(png(side, side))], { type: 'image/png' }), 'a.png');
  const sent = await door<Message[]>(sim, `people/${alice.id}/messages`, data);
  assert.equal(sent.length, 2);
  assert.equal(sent[0]?.media_group_id, sent[1]?.media_group_id);
  const file = await fetch(`${sim.url}/sim/files/${sent[1]?.photo?.[0]?.file_id}`);
  assert.equal(file.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), png(20, 20));
});

test('A button that is not there can not be tapped, a forged tap can', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  const { message_id } = alice.send('/start');
  const answer = await door<{ error: string }>(sim, `people/${alice.id}/taps`, {
    message_id,
    row: 0,
    column: 0,
  });
  assert.match(answer.error, /has no button/);
  void alice.tapData(message_id, 'forged');
  assert.equal((await result<Update[]>(sim, 'getUpdates')).at(-1)?.callback_query?.data, 'forged');
});

test('The bot shows its commands in the language asked for', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const commands = (description: string) => [{ command: 'start', description }];
  await result(sim, 'setMyCommands', { commands: commands('Begin') });
  await result(sim, 'setMyCommands', { commands: commands('Начать'), language_code: 'ru' });
  assert.deepEqual((await door<{ commands: unknown }>(sim, 'bot')).commands, commands('Begin'));
  assert.deepEqual((await door<{ commands: unknown }>(sim, 'bot?language=ru')).commands, commands('Начать'));
});

test('The journal tells calls and updates, and never the token', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  sim.people.join({ first_name: 'Alice' }).send('hi');
  await result(sim, 'getMe');
  const entries = await door<{ kind: string; seq: number }[]>(sim, 'journal');
  assert.deepEqual(
    entries.map((entry) => entry.kind),
    ['update', 'call'],
  );
  assert.equal(JSON.stringify(entries).includes(TOKEN), false);
  assert.deepEqual(await door(sim, 'journal?since=2'), []);
});

test('The chat page is served with its scripts stripped of types, and nothing outside its folder', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const page = await fetch(sim.url);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.match(await page.text(), /main\.ts/);
  const script = await fetch(`${sim.url}/page/main.ts`);
  assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/);
  assert.doesNotMatch(await script.text(), /import type/);
  assert.equal((await fetch(`${sim.url}/page/..%2findex.ts`)).status, 404);
});

test('People in a group write, tap and see what is said there, and nobody else does', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const [alice, bob, carol] = await Promise.all(
    ['Alice', 'Bob', 'Carol'].map((first_name) => door<PersonView>(sim, 'people', { first_name })),
  );
  assert.ok(alice && bob && carol);
  const group = await door<GroupView>(sim, 'groups', { title: 'Friends', members: [alice.id, bob.id] });
  assert.deepEqual(await door(sim, 'groups'), [group]);
  assert.deepEqual(
    group.members.map(({ first_name }) => first_name),
    ['Alice', 'Bob'],
  );
  const inGroup = `messages?group=${group.id}`;
  await door(sim, `people/${alice.id}/${inGroup}`, { text: '/imagine a fox' });
  const [seen] = await door<Message[]>(sim, `people/${bob.id}/${inGroup}`);
  assert.deepEqual([seen?.text, seen?.from?.id, seen?.chat.id], ['/imagine a fox', alice.id, group.id]);
  assert.deepEqual(await door(sim, `people/${alice.id}/messages`), []);
  const refused = await door<{ error: string }>(sim, `people/${carol.id}/${inGroup}`);
  assert.match(refused.error, /no group .* with Carol/);
  const heard = await result<Update[]>(sim, 'getUpdates');
  assert.deepEqual(
    heard.map(({ message, my_chat_member }) => message?.text ?? my_chat_member?.new_chat_member.status),
    ['member', '/imagine a fox'],
  );
});
