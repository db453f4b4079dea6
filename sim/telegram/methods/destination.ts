import type { InlineKeyboardMarkup, Message } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { checkButtons, inlineOf, type Markup, readMarkup } from '../content/markup.ts';
import { asReplyTarget, type StoredMessage } from '../messages.ts';
import { isObject, numberOf, type Params } from '../params.ts';
import { Group } from '../people/group.ts';
import type { Person } from '../people/person.ts';
import type { Call } from './method.ts';

/** A private chat or a group. */
export type AnyChat = Person | Group;

/** Where a message goes and what surrounds its content. */
export interface Destination {
  chat: AnyChat;
  /** 0: none. */
  thread: number;
  markup: Markup | undefined;
  replyTo: StoredMessage | undefined;
}

/** Reads reply and keyboard, then looks for chat, topic and reply target, in the server's order (facts: 1.0). */
export function readDestination(call: Call): Destination {
  const reply = readReply(call.params);
  const markup = readMarkup(call.params);
  const chat = findChat(call);
  const thread = readThread(call, chat);
  const replyTo = reply ? call.bot.messages.find(chat.id, reply.id) : undefined;
  if (reply && !replyTo && !reply.optional) throw badRequest('message to be replied not found');
  return { chat, thread, markup, replyTo };
}

/** Topics are a forum's; everywhere else there is none to write into. */
export function readThread({ params }: Call, chat: AnyChat): number {
  const thread = params.int('message_thread_id', 0);
  if (thread !== 0 && !(chat instanceof Group && chat.knowsThread(thread)))
    throw badRequest('message thread not found');
  return thread;
}

/** The chat the call names. */
export function findChat(call: Call, name = 'chat_id'): AnyChat {
  const id = readId(call, name);
  const chat = id < 0 ? call.bot.people.findGroup(id) : call.bot.people.find(id);
  return accessible(chat);
}

/** The person the call names. */
export function findPerson(call: Call, name: string): Person {
  return accessible(call.bot.people.find(readId(call, name)));
}

function readId({ params }: Call, name: string): number {
  const text = params.text(name).trim();
  if (text === '') throw badRequest(`${name} is empty`);
  return Number(text);
}

function accessible<C extends AnyChat>(chat: C | undefined): C {
  if (!chat) throw badRequest('chat not found');
  const refusal = chat.refusal();
  if (refusal) throw refusal;
  return chat;
}

/** A message of the chat by the call's id; `missing` is the description where there is none. */
export function findMessage(call: Call, chat: AnyChat, missing: string, name = 'message_id'): StoredMessage {
  const id = call.params.int(name, 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const stored = call.bot.messages.find(chat.id, id);
  if (!stored) throw badRequest(missing);
  return stored;
}

/** What only the core decides, after everything else was found good. */
export function checkDeliverable(chat: AnyChat, keyboard: InlineKeyboardMarkup | undefined): void {
  const problem = chat.undeliverable();
  if (problem) throw problem;
  checkButtons(keyboard, chat instanceof Group ? 'group' : 'private');
}

/** Puts the bot's message into the chat. */
export function deliver({ bot, params }: Call, to: Destination, content: Partial<Message>): Message {
  const keyboard = inlineOf(to.markup);
  checkDeliverable(to.chat, keyboard);
  const effect = params.text('message_effect_id');
  const message = {
    ...{ from: bot.sender, chat: to.chat.chat },
    ...topicOf(to),
    ...(to.replyTo ? { reply_to_message: asReplyTarget(to.replyTo.message) } : {}),
    ...content,
    ...(params.bool('protect_content') ? { has_protected_content: true } : {}),
    ...(effect ? { effect_id: effect } : {}),
    ...(keyboard ? { reply_markup: keyboard } : {}),
  };
  return bot.messages.add(message as Parameters<typeof bot.messages.add>[0], true, to.markup);
}

/** An answer stands in the topic of what it answers. */
function topicOf({ thread, replyTo }: Destination) {
  const id = thread || (replyTo?.message.is_topic_message && replyTo.message.message_thread_id);
  return id ? { message_thread_id: id, is_topic_message: true as const } : {};
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
