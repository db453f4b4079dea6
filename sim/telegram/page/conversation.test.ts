/// <reference types="node" />
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from 'grammy/types';
import type { BotView, ChatEvent, PersonView } from '../page-contract.ts';
import { Conversation } from './conversation.ts';

const person: PersonView = { id: 7, first_name: 'Alice', language_code: 'en', blocked: false };
const bot: BotView = { id: 1, username: 'a_bot', first_name: 'Bot', commands: [] };

function message(id: number, rest: object = {}): Message {
  const chat = { id: 7, type: 'private', first_name: 'Alice' } as const;
  return { message_id: id, date: 0, chat, text: `text ${id}`, ...rest } as Message;
}

function after(...events: ChatEvent[]): Conversation {
  const conversation = new Conversation();
  for (const event of events) conversation.apply(event);
  return conversation;
}

const arrives = (id: number, rest: object = {}): ChatEvent => ({
  type: 'message',
  message: message(id, rest),
});
const ids = (conversation: Conversation) =>
  conversation.units().map((unit) => unit.map((item) => item.message_id));

test('a snapshot after a cut replaces what was known', () => {
  const chat = after(arrives(1), arrives(2), {
    type: 'snapshot',
    person,
    bot,
    messages: [message(2), message(3)],
  });
  assert.deepEqual(ids(chat), [[2], [3]]);
});

test('an edited message keeps its place', () => {
  const chat = after(arrives(1), arrives(2), { type: 'edited', message: message(1, { text: 'new' }) });
  assert.deepEqual(
    chat.all().map((item) => item.text),
    ['new', 'text 2'],
  );
});

test('neighbours of one album are one unit; another album beside it is not', () => {
  const first = { media_group_id: 'a' };
  const second = { media_group_id: 'b' };
  const chat = after(arrives(1, first), arrives(2, first), arrives(3, second), arrives(4), arrives(5));
  assert.deepEqual(ids(chat), [[1, 2], [3], [4], [5]]);
});

test('deleted messages leave, also out of the middle of an album', () => {
  const album = { media_group_id: 'a' };
  const chat = after(arrives(1, album), arrives(2, album), arrives(3, album), {
    type: 'deleted',
    message_ids: [2],
  });
  assert.deepEqual(ids(chat), [[1, 3]]);
});

test('an action changes nothing that is drawn', () => {
  assert.equal(new Conversation().apply({ type: 'action', action: 'typing' }), false);
});

test('the reply keyboard stays until a later message removes it', () => {
  const keyboard = { reply_markup: { keyboard: [[{ text: 'Menu' }]] } };
  const kept = after(arrives(1, keyboard), arrives(2)).replyKeyboard();
  assert.equal(kept?.messageId, 1);
  const removed = after(arrives(1, keyboard), arrives(2, { reply_markup: { remove_keyboard: true } }));
  assert.equal(removed.replyKeyboard(), undefined);
});
