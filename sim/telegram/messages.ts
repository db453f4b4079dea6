import type { Message } from 'grammy/types';
import { type SimClock, unixTime } from './clock.ts';
import type { Markup } from './content/markup.ts';
import type { ChatEvent } from './page-contract.ts';

/** A message with what only the server knows of it. */
export interface StoredMessage {
  message: Message;
  /** Sent by the bot. */
  outgoing: boolean;
  /** What the bot asked to show with it; unlike the message itself it also holds reply keyboards. */
  markup: Markup | undefined;
}

type Listener = (chatId: number, event: ChatEvent, onlyFor?: number) => void;
export type NewMessage = Omit<Message, 'message_id' | 'date'>;

/** Every chat's messages of one bot; ids are shared by all its private chats and counted anew in each supergroup. */
export class MessageStore {
  readonly #clock: SimClock;
  readonly #byChat = new Map<number, Map<number, StoredMessage>>();
  readonly #listeners = new Set<Listener>();
  readonly #nextIds = new Map<number, number>();

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  onEvent(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** `onlyFor` names the one person in the chat who sees it. */
  emit(chatId: number, event: ChatEvent, onlyFor?: number): void {
    for (const listener of this.#listeners) listener(chatId, event, onlyFor);
  }

  /** A chat as the person sees it, oldest first. */
  of(chatId: number): Message[] {
    return [...this.#chat(chatId).values()].map(asSeen);
  }

  find(chatId: number, messageId: number): StoredMessage | undefined {
    return this.#chat(chatId).get(messageId);
  }

  add(content: NewMessage, outgoing: boolean, markup?: Markup): Message {
    const counter = Math.min(content.chat.id, 0);
    const id = this.#nextIds.get(counter) ?? 1;
    this.#nextIds.set(counter, id + 1);
    const message: Message = { message_id: id, date: unixTime(this.#clock), ...content };
    const stored = { message, outgoing, markup };
    this.#chat(content.chat.id).set(id, stored);
    this.emit(content.chat.id, { type: 'message', message: asSeen(stored) });
    return message;
  }

  /** Puts a new version in the old one's place. */
  replace(stored: StoredMessage, message: Message): Message {
    const next = { ...stored, message };
    this.#chat(message.chat.id).set(message.message_id, next);
    this.emit(message.chat.id, { type: 'edited', message: asSeen(next) });
    return message;
  }

  remove(chatId: number, messageIds: number[]): void {
    const gone = messageIds.filter((id) => this.#chat(chatId).delete(id));
    if (gone.length > 0) this.emit(chatId, { type: 'deleted', message_ids: gone });
  }

  #chat(chatId: number): Map<number, StoredMessage> {
    const known = this.#byChat.get(chatId);
    if (known) return known;
    const chat = new Map<number, StoredMessage>();
    this.#byChat.set(chatId, chat);
    return chat;
  }
}

/** A message as it is shown inside an answer to it: without what it answered itself. */
export function asReplyTarget(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _inner, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}

/** The message with whatever keyboard came with it: the person sees reply keyboards too. */
function asSeen({ message, markup }: StoredMessage): Message {
  const shown = {
    inline: undefined,
    reply: markup?.kind === 'reply' ? markup.keyboard : undefined,
    remove: { remove_keyboard: true },
    force: { force_reply: true },
  }[markup?.kind ?? 'inline'];
  return shown
    ? { ...message, reply_markup: shown as unknown as NonNullable<Message['reply_markup']> }
    : message;
}
