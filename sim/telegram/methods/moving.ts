import type { Message } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import { inlineOf } from '../content/markup.ts';
import type { StoredMessage } from '../messages.ts';
import { Group } from '../people/group.ts';
import {
  type AnyChat,
  checkDeliverable,
  deliver,
  findChat,
  findMessage,
  readDestination,
} from './destination.ts';
import type { Call, Method } from './method.ts';
import { asCaption, captionParam, checkCaption } from './text-input.ts';

const DELETABLE_SECONDS = 48 * 3_600;
const MAX_MESSAGES = 100;
/** Fields of a message that are its content, and so go along with a copy. */
const CONTENT = [
  ...(['text', 'entities', 'caption', 'caption_entities', 'photo', 'video', 'audio', 'voice'] as const),
  ...(['document', 'animation', 'link_preview_options', 'has_media_spoiler'] as const),
];

/** Messages that go away or elsewhere, and reactions to them. */
export const moving = {
  deleteMessage(call) {
    const chat = findChat(call);
    const stored = findMessage(call, chat, 'message to delete not found');
    if (isTooOld(call, stored) || isOthers(chat, stored)) throw badRequest("message can't be deleted");
    call.bot.messages.remove(chat.id, [stored.message.message_id]);
    return true;
  },

  /** Ids that are not there are passed over. */
  deleteMessages(call) {
    const ids = readIds(call);
    const chat = findChat(call);
    const found = ids.flatMap((id) => call.bot.messages.find(chat.id, id) ?? []);
    if (found.some((stored) => isTooOld(call, stored) || isOthers(chat, stored)))
      throw badRequest("message can't be deleted");
    call.bot.messages.remove(chat.id, ids);
    return true;
  },

  copyMessage(call) {
    const caption = captionParam(call.params);
    const to = readDestination(call);
    const source = findMessage(call, findChat(call, 'from_chat_id'), 'message to copy not found');
    checkCaption(caption);
    const copied = contentOf(source.message);
    if (Object.keys(copied).length === 0) throw badRequest("message can't be copied");
    const replaced = call.params.has('caption') ? { caption: undefined, caption_entities: undefined } : {};
    const content = withoutUndefined({ ...copied, ...replaced, ...asCaption(caption) });
    return { message_id: deliver(call, to, content).message_id };
  },

  forwardMessage(call) {
    const to = readDestination(call);
    const source = findMessage(call, findChat(call, 'from_chat_id'), 'message to forward not found');
    const { from, date } = source.message;
    const forward_origin = { type: 'user' as const, sender_user: from ?? call.bot.sender, date };
    return deliver(call, to, { ...contentOf(source.message), forward_origin });
  },

  setMessageReaction(call) {
    const chat = findChat(call);
    findMessage(call, chat, 'message to react not found');
    checkDeliverable(chat, inlineOf(undefined));
    return true;
  },
} satisfies Record<string, Method>;

function contentOf(message: Message): Partial<Message> {
  return withoutUndefined(Object.fromEntries(CONTENT.map((name) => [name, message[name]])));
}

function withoutUndefined(fields: object): Partial<Message> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function isTooOld({ bot }: Call, { message }: StoredMessage): boolean {
  return unixTime(bot.clock) - message.date > DELETABLE_SECONDS;
}

/** In a group only an administrator takes away what others wrote, and the bot is none that may. */
function isOthers(chat: AnyChat, { outgoing }: StoredMessage): boolean {
  return chat instanceof Group && !outgoing;
}

function readIds({ params }: Call): number[] {
  const list = params.json('message_ids', "can't parse message identifiers JSON object");
  if (!Array.isArray(list)) throw badRequest('message identifiers are not specified');
  if (list.length > MAX_MESSAGES) throw badRequest('too many message identifiers specified');
  return list.map(Number);
}
