import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVirtualClock } from '../clock.ts';
import { createTelegramSim, type Person, type TelegramSim } from '../index.ts';
import { BOT, call, form, png, result, TOKEN } from '../test-client.ts';

interface Scene {
  sim: TelegramSim;
  alice: Person;
  /** A text of the bot's. */
  text: number;
  /** A photo of the bot's. */
  photo: number;
  /** A text of Alice's. */
  own: number;
  file: string;
}

async function withScene(play: (scene: Scene) => Promise<void>): Promise<void> {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice', id: 77 });
  const own = alice.send('/start').message_id;
  const { message_id: text } = await result<{ message_id: number }>(sim, 'sendMessage', {
    chat_id: 77,
    text: 'hi',
  });
  const photo = form({ chat_id: 77, photo: { bytes: png(100, 50), filename: 'a.png' } });
  const sent = await result<{ message_id: number; photo: { file_id: string }[] }>(sim, 'sendPhoto', photo);
  await play({ sim, alice, text, photo: sent.message_id, own, file: sent.photo.at(-1)?.file_id ?? '' });
}

const keyboard = (button: object) => ({ inline_keyboard: [[button]] });

/** Rows of the error catalogue: what is asked for, and the exact answer (facts: 1.5). */
const ROWS: [
  why: string,
  method: string,
  params: (scene: Scene) => object,
  code: number,
  description: string,
][] = [
  ['an unknown method', 'sendNothing', () => ({}), 404, 'Not Found: method not found'],
  ['an unknown chat', 'sendMessage', () => ({ chat_id: 1, text: 'x' }), 400, 'Bad Request: chat not found'],
  ['no chat', 'sendMessage', () => ({ text: 'x' }), 400, 'Bad Request: chat_id is empty'],
  ['no text', 'sendMessage', () => ({ chat_id: 77 }), 400, 'Bad Request: message text is empty'],
  [
    'blank text',
    'sendMessage',
    () => ({ chat_id: 77, text: ' \n ' }),
    400,
    'Bad Request: text must be non-empty',
  ],
  [
    '4097 characters',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x'.repeat(4097) }),
    400,
    'Bad Request: message is too long',
  ],
  [
    'a text over 32 KiB',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x'.repeat(32_769) }),
    400,
    'Bad Request: text is too long',
  ],
  [
    'a long text for an unknown chat',
    'sendMessage',
    () => ({ chat_id: 1, text: 'x'.repeat(5000) }),
    400,
    'Bad Request: chat not found',
  ],
  [
    'broken HTML for an unknown chat',
    'sendMessage',
    () => ({ chat_id: 1, text: '<x>', parse_mode: 'HTML' }),
    400,
    'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
  ],
  [
    'a reply to nothing',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x', reply_parameters: { message_id: 999 } }),
    400,
    'Bad Request: message to be replied not found',
  ],
  [
    'a topic that is not there',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x', message_thread_id: 5 }),
    400,
    'Bad Request: message thread not found',
  ],
  [
    'a keyboard that is no JSON',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x', reply_markup: '{' }),
    400,
    "Bad Request: can't parse reply keyboard markup JSON object",
  ],
  [
    'a keyboard that is no object',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x', reply_markup: '[]' }),
    400,
    'Bad Request: object expected as reply markup',
  ],
  [
    'callback data of 65 bytes',
    'sendMessage',
    () => ({
      chat_id: 77,
      text: 'x',
      reply_markup: keyboard({ text: 'b', callback_data: `${'é'.repeat(32)}x` }),
    }),
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'empty callback data',
    'sendMessage',
    () => ({ chat_id: 77, text: 'x', reply_markup: keyboard({ text: 'b', callback_data: '' }) }),
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'an unknown button style',
    'sendMessage',
    () => ({
      chat_id: 77,
      text: 'x',
      reply_markup: keyboard({ text: 'b', callback_data: 'x', style: 'pink' }),
    }),
    400,
    "Bad Request: can't parse inline keyboard button: invalid button style specified",
  ],
  [
    'an edit without a change',
    'editMessageText',
    ({ text }) => ({ chat_id: 77, message_id: text, text: 'hi' }),
    400,
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  ],
  [
    'an edit of nothing',
    'editMessageText',
    () => ({ chat_id: 77, message_id: 999, text: 'x' }),
    400,
    'Bad Request: message to edit not found',
  ],
  [
    "an edit of the person's message",
    'editMessageText',
    ({ own }) => ({ chat_id: 77, message_id: own, text: 'x' }),
    400,
    "Bad Request: message can't be edited",
  ],
  [
    "an edit of a photo's text",
    'editMessageText',
    ({ photo }) => ({ chat_id: 77, message_id: photo, text: 'x' }),
    400,
    'Bad Request: there is no text in the message to edit',
  ],
  [
    "an edit of a text's caption",
    'editMessageCaption',
    ({ text }) => ({ chat_id: 77, message_id: text, caption: 'x' }),
    400,
    'Bad Request: there is no caption in the message to edit',
  ],
  [
    'an edit to 4097 characters',
    'editMessageText',
    ({ text }) => ({ chat_id: 77, message_id: text, text: 'x'.repeat(4097) }),
    400,
    'Bad Request: MESSAGE_TOO_LONG',
  ],
  [
    'an edit to a caption of 1025 characters',
    'editMessageCaption',
    ({ photo }) => ({ chat_id: 77, message_id: photo, caption: 'x'.repeat(1025) }),
    400,
    'Bad Request: MEDIA_CAPTION_TOO_LONG',
  ],
  [
    'a caption of 1025 characters',
    'sendPhoto',
    ({ file }) => ({ chat_id: 77, photo: file, caption: 'x'.repeat(1025) }),
    400,
    'Bad Request: message caption is too long',
  ],
  [
    'a deletion of nothing',
    'deleteMessage',
    () => ({ chat_id: 77, message_id: 999 }),
    400,
    'Bad Request: message to delete not found',
  ],
  [
    'a copy of nothing',
    'copyMessage',
    () => ({ chat_id: 77, from_chat_id: 77, message_id: 999 }),
    400,
    'Bad Request: message to copy not found',
  ],
  [
    'a forward of nothing',
    'forwardMessage',
    () => ({ chat_id: 77, from_chat_id: 77, message_id: 999 }),
    400,
    'Bad Request: message to forward not found',
  ],
  [
    'a reaction to nothing',
    'setMessageReaction',
    () => ({ chat_id: 77, message_id: 999 }),
    400,
    'Bad Request: message to react not found',
  ],
  ['no photo', 'sendPhoto', () => ({ chat_id: 77 }), 400, 'Bad Request: there is no photo in the request'],
  [
    'a made-up file id',
    'sendPhoto',
    () => ({ chat_id: 77, photo: 'made-up' }),
    400,
    "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
  ],
  [
    'a photo as a video',
    'sendVideo',
    ({ file }) => ({ chat_id: 77, video: file }),
    400,
    "Bad Request: can't use file of type Photo as Video",
  ],
  [
    'a made-up file',
    'getFile',
    () => ({ file_id: 'x' }),
    400,
    'Bad Request: wrong file_id or the file is temporarily unavailable',
  ],
  [
    'a made-up action',
    'sendChatAction',
    () => ({ chat_id: 77, action: 'x' }),
    400,
    'Bad Request: wrong parameter action in request',
  ],
  [
    'a made-up callback query',
    'answerCallbackQuery',
    () => ({ callback_query_id: '1' }),
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ],
  [
    'more than fifty results',
    'answerInlineQuery',
    () => ({ inline_query_id: '1', results: Array(51).fill({}) }),
    400,
    'Bad Request: too many inline query results specified',
  ],
];

for (const [why, method, params, code, description] of ROWS) {
  test(`${method} with ${why} is refused in the server's words`, () =>
    withScene(async (scene) => {
      const answer = await call(scene.sim, method, params(scene));
      assert.deepEqual([answer.status, answer.description], [code, description]);
    }));
}

test('A person who never wrote, one who blocked the bot and one who is gone can not be reached', () =>
  withScene(async ({ sim, alice }) => {
    const send = (person: Person) => call(sim, 'sendMessage', { chat_id: person.id, text: 'x' });
    const stranger = sim.people.join({ first_name: 'Stranger' });
    assert.equal(
      (await send(stranger)).description,
      "Forbidden: bot can't initiate conversation with a user",
    );
    alice.block();
    const blocked = await send(alice);
    assert.deepEqual([blocked.status, blocked.description], [403, 'Forbidden: bot was blocked by the user']);
    alice.unblock();
    assert.ok((await send(alice)).ok);
    alice.deactivate();
    assert.equal((await send(alice)).description, 'Forbidden: user is deactivated');
  }));

test('A limit counts characters, not code units', () =>
  withScene(async ({ sim }) => {
    assert.ok((await call(sim, 'sendMessage', { chat_id: 77, text: '👍'.repeat(4096) })).ok);
  }));

test('A message older than two days can not be deleted', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  const alice = sim.people.join({ first_name: 'Alice' });
  const { message_id } = alice.send('hi');
  await clock.advance(48 * 3_600_000 + 1_000);
  const answer = await call(sim, 'deleteMessage', { chat_id: alice.id, message_id });
  assert.equal(answer.description, "Bad Request: message can't be deleted");
});

test('An edit without a keyboard takes the old one away', () =>
  withScene(async ({ sim, alice }) => {
    const markup = { reply_markup: keyboard({ text: 'Tap', callback_data: 'x' }) };
    const { message_id } = await result<{ message_id: number }>(sim, 'sendMessage', {
      chat_id: 77,
      text: 'a',
      ...markup,
    });
    assert.ok(alice.findButton('Tap'));
    await result(sim, 'editMessageText', { chat_id: 77, message_id, text: 'b' });
    assert.equal(alice.findButton('Tap'), undefined);
  }));

test('A late answer to a tap is too old', async () => {
  const clock = createVirtualClock();
  await using sim = await createTelegramSim({ bots: [BOT], clock });
  const alice = sim.people.join({ first_name: 'Alice' });
  const { message_id } = alice.send('hi');
  const tapped = alice.tapData(message_id, 'old');
  const [, update] = await result<{ callback_query?: { id: string } }[]>(sim, 'getUpdates');
  await clock.advance(150_000);
  assert.deepEqual(await tapped, { answered: false });
  const answer = await call(sim, 'answerCallbackQuery', { callback_query_id: update?.callback_query?.id });
  assert.equal(
    answer.description,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  );
});

for (const [why, path, status, description] of [
  ['a malformed token', '/bot0123/getMe', 401, 'Unauthorized: invalid token specified'],
  ['a wrong token', '/bot1:wrong/getMe', 401, 'Unauthorized'],
  ['no bot at all', '/elsewhere', 404, 'Not Found'],
] as const) {
  test(`An address with ${why} answers ${status}`, async () => {
    await using sim = await createTelegramSim({ bots: [BOT] });
    const response = await fetch(sim.url + path);
    assert.deepEqual(await response.json(), { ok: false, error_code: status, description });
    assert.equal(response.status, status);
  });
}

test('Methods are found in any case, by path or parameter, and parameters in query, form and JSON', async () => {
  await using sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('hi');
  const root = `${sim.url}/bot${TOKEN}`;
  const urlencoded = new URLSearchParams({ text: 'form' });
  await fetch(`${root}/SENDMESSAGE?chat_id=${alice.id}&text=query`);
  await fetch(`${root}?chat_id=${alice.id}&method=sendmessage`, { method: 'POST', body: urlencoded });
  await call(sim, 'sendMessage', { chat_id: alice.id, text: 'json' });
  await call(sim, 'sendMessage', form({ chat_id: alice.id, text: 'multipart' }));
  assert.deepEqual(
    alice.messages.map((message) => message.text),
    ['hi', 'query', 'form', 'json', 'multipart'],
  );
});
