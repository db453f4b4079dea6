import type { Message, Update, User } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import { findEntities } from '../entities/find-entities.ts';
import { asReplyTarget, type NewMessage } from '../messages.ts';
import type { TapAnswer } from '../page-contract.ts';
import { buttonsOf, type Label } from './buttons.ts';
import { PersonChat } from './person-chat.ts';
import { type SentFile, storeSentFiles } from './sent-files.ts';

export type { SentFile };

/** What goes along with a message: the id of the one it answers, the topic it is written in. */
export interface SentWith {
  replyTo?: number;
  /** Only in a forum. */
  thread?: number;
}

const TAP_PATIENCE_MS = 15_000;

/** Someone in a chat that has the bot in it: what they write and tap there becomes updates. */
export abstract class Chatter extends PersonChat {
  readonly user: User;

  constructor(bot: BotAccount, chatId: number, user: User) {
    super(bot, chatId, user.id);
    this.user = user;
  }

  abstract get chat(): NewMessage['chat'];

  /** Whether the bot is told of a message. */
  protected abstract botHears(message: Message): boolean;

  /** @throws Error when the person can do nothing here */
  protected abstract mustBeAbleToAct(): void;

  /** Writes a text. @throws Error as every act of someone who blocked the bot, left or is gone */
  send(text: string, sentWith: SentWith = {}): Message {
    const entities = findEntities(text);
    return this.write({ text, ...(entities.length > 0 ? { entities } : {}) }, sentWith);
  }

  /** One message per file; several become an album. @throws Error when no client would send these together */
  sendFiles(files: SentFile[], sentWith: SentWith = {}): Message[] {
    this.mustBeAbleToAct();
    return storeSentFiles(this.bot.files, files).map((content) => this.write(content, sentWith));
  }

  /**
   * Taps a button that is there now, on the given message or on the newest that has it; waits for the bot's answer,
   * 15 s at most. @throws Error that shows the keyboards when there is no such button
   */
  tap(label: Label): Promise<TapAnswer>;
  tap(message: Message, label: Label): Promise<TapAnswer>;
  async tap(...[first, second]: [Label] | [Message, Label]): Promise<TapAnswer> {
    const isLabel = typeof first === 'string' || first instanceof RegExp;
    const label = isLabel ? first : (second ?? '');
    const found = this.findButton(label, isLabel ? undefined : first.message_id);
    if (!found) throw new Error(`no button ${label}; ${this.ending()}`);
    return this.tapAt(found.message_id, found.row, found.column);
  }

  /** Taps the button at a place of the message's current keyboard; rows and columns count from 0. */
  async tapAt(messageId: number, row: number, column: number): Promise<TapAnswer> {
    const message = this.bot.messages.find(this.id, messageId)?.message;
    const found = message && buttonsOf(message).find((it) => it.row === row && it.column === column);
    if (!found) {
      throw new Error(`message ${messageId} has no button in row ${row}, column ${column}; ${this.ending()}`);
    }
    if (found.data === undefined) throw new Error(`"${found.text}" is no button that the bot hears of`);
    return this.tapData(messageId, found.data);
  }

  /** A tap that carries any data, as an old keyboard or a forged client sends it; the message may be gone. */
  async tapData(messageId: number, data: string): Promise<TapAnswer> {
    this.mustBeAbleToAct();
    this.forgetArrived();
    const message = this.bot.messages.find(this.id, messageId)?.message;
    const gone = { chat: this.chat, message_id: messageId, date: 0 as const };
    const { id, answer } = this.bot.queries.open('callback', TAP_PATIENCE_MS);
    this.bot.queue.push({
      ...{ type: 'callback_query', senderId: this.user.id },
      payload: { id, from: this.user, data, chat_instance: String(this.id * 7919), message: message ?? gone },
    });
    const given = await answer;
    if (!given) return { answered: false };
    const { text, show_alert = false } = given;
    if (text) this.bot.messages.emit(this.id, { type: 'toast', text, show_alert }, this.user.id);
    return { answered: true, ...given };
  }

  /** A message of this person: into the chat, and to the bot. */
  protected write(content: Partial<NewMessage>, { replyTo, thread }: SentWith): Message {
    this.mustBeAbleToAct();
    const answered = replyTo === undefined ? undefined : this.bot.messages.find(this.id, replyTo);
    if (replyTo !== undefined && !answered) throw new Error(`no message ${replyTo} to reply to`);
    this.forgetArrived();
    const reply = answered ? { reply_to_message: asReplyTarget(answered.message) } : {};
    const topic = thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true as const };
    return this.enter({ ...topic, ...reply, ...content });
  }

  protected enter(content: Partial<NewMessage>): Message {
    const message = this.bot.messages.add({ from: this.user, chat: this.chat, ...content }, false);
    if (this.botHears(message)) {
      this.bot.queue.push({
        ...{ type: 'message', senderId: this.id, date: message.date },
        payload: message as NonNullable<Update['message']>,
      });
    }
    return message;
  }
}
