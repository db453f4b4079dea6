import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { badRequest, forbidden } from '../api-error.ts';
import { checkButtons, inlineOf, type Markup, readMarkup } from '../content/markup.ts';
import { asReplyTarget, type StoredMessage } from '../messages.ts';
import { isObject, numberOf, type Params } from '../params.ts';
import type { Person } from '../people/person.ts';
import type { Call } from './method.ts';

/** Where a message goes and what surrounds its content. */
export interface Destination {
  person: Person;
  markup: Markup | undefined;
  replyTo: StoredMessage | undefined;
}

/** Reads reply and keyboard, then looks for chat, topic and reply target, in the server's order (facts: 1.0). */
export function readDestination(call: Call): Destination {
  const reply = readReply(call.params);
  const markup = readMarkup(call.params);
  const person = findPerson(call);
  if (call.params.int('message_thread_id', 0) !== 0) throw badRequest('message thread not found');
  const replyTo = reply ? call.bot.messages.find(person.id, reply.id) : undefined;
  if (reply && !replyTo && !reply.optional) throw badRequest('message to be replied not found');
  return { person, markup, replyTo };
}

/** The chat the call names. Private chats only: this server has no groups. */
export function findPerson({ bot, params }: Call, name = 'chat_id'): Person {
  const text = params.text(name).trim();
  if (text === '') throw badRequest(`${name} is empty`);
  const person = bot.people.find(Number(text));
  if (!person) throw badRequest('chat not found');
  if (person.deactivated) throw forbidden('user is deactivated');
  return person;
}

/** A message of the chat by the call's id; `missing` is the description where there is none. */
export function findMessage(call: Call, person: Person, missing: string, name = 'message_id'): StoredMessage {
  const id = call.params.int(name, 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const stored = call.bot.messages.find(person.id, id);
  if (!stored) throw badRequest(missing);
  return stored;
}

/** What only the core decides, after everything else was found good. */
export function checkDeliverable(person: Person, keyboard: InlineKeyboardMarkup | undefined): void {
  if (person.blocked) throw forbidden('bot was blocked by the user');
  if (!person.started) throw forbidden("bot can't initiate conversation with a user");
  checkButtons(keyboard);
}

/** Puts the bot's message into the chat. */
export function deliver({ bot, params }: Call, to: Destination, content: Partial<Message>): Message {
  const keyboard = inlineOf(to.markup);
  checkDeliverable(to.person, keyboard);
  const effect = params.text('message_effect_id');
  const message = {
    ...{ from: bot.sender, chat: to.person.chat },
    ...(to.replyTo ? { reply_to_message: asReplyTarget(to.replyTo.message) } : {}),
    ...content,
    ...(params.bool('protect_content') ? { has_protected_content: true } : {}),
    ...(effect ? { effect_id: effect } : {}),
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
  return bot.messages.add(message as Parameters<typeof bot.messages.add>[0], true, to.markup);
}

function readReply(params: Params): { id: number; optional: boolean } | undefined {
  const value = params.json('reply_parameters', "can't parse reply parameters JSON object");
  if (value !== undefined && !isObject(value)) throw badRequest('object expected as reply parameters');
  const id = value ? numberOf(value, 'message_id') : params.int('reply_to_message_id', 0);
  if (!id) return undefined;
  return {
    id,
    optional: value?.allow_sending_without_reply === true || params.bool('allow_sending_without_reply'),
  };
}
