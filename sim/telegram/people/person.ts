import type { Message, Update, User } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import { unixTime } from '../clock.ts';
import { type MediaDetails, storeMedia } from '../content/media.ts';
import type { MediaKind } from '../content/media-kinds.ts';
import { findEntities } from '../entities/find-entities.ts';
import type { NewMessage } from '../messages.ts';
import type { PersonView, SentText, Tap, TapAnswer } from '../page-contract.ts';
import type { UploadedFile } from '../params.ts';
import { type PaymentOutcome, pay } from './pay.ts';
import { buttonsOf, PersonChat } from './person-chat.ts';

/** A file a person sends; `filename` and `type` may be left out. */
export type SentFile = { bytes: Buffer } & Partial<UploadedFile> & MediaDetails;

/** What goes along with files. */
export interface SentWith {
  caption?: string;
  reply_to?: number;
}

const TAP_PATIENCE_MS = 15_000;
const INLINE_PATIENCE_MS = 30_000;

/** Someone with a Telegram account: what they do becomes updates for the bot. */
export class Person extends PersonChat {
  readonly user: User;
  readonly languageCode: string;
  #started = false;
  #blocked = false;
  #deactivated = false;

  constructor(
    bot: BotAccount,
    fresh: { id: number; first_name: string; username?: string; language_code: string },
  ) {
    super(bot, fresh.id);
    const { id, first_name, username, language_code } = fresh;
    this.user = { id, is_bot: false, first_name, ...(username ? { username } : {}), language_code };
    this.languageCode = language_code;
  }

  /** Whether the person ever wrote to the bot, which may write only then. */
  get started(): boolean {
    return this.#started;
  }

  get blocked(): boolean {
    return this.#blocked;
  }

  get deactivated(): boolean {
    return this.#deactivated;
  }

  get view(): PersonView {
    const { id, first_name, username } = this.user;
    return {
      id,
      first_name,
      ...(username ? { username } : {}),
      language_code: this.languageCode,
      blocked: this.#blocked,
    };
  }

  get chat(): NewMessage['chat'] {
    const { id, first_name, username } = this.user;
    return { id, type: 'private', first_name, ...(username ? { username } : {}) };
  }

  /** Writes a text; `reply_to` is the id of the message it answers. */
  send(text: string, { reply_to }: Omit<SentText, 'text'> = {}): Message {
    const entities = findEntities(text);
    return this.#write({ text, ...(entities.length > 0 ? { entities } : {}) }, reply_to);
  }

  sendPhoto(file: SentFile, sentWith?: SentWith): Message {
    return this.#sendOne('photo', file, sentWith);
  }

  sendVideo(file: SentFile, sentWith?: SentWith): Message {
    return this.#sendOne('video', file, sentWith);
  }

  sendAudio(file: SentFile, sentWith?: SentWith): Message {
    return this.#sendOne('audio', file, sentWith);
  }

  sendVoice(file: SentFile, sentWith?: SentWith): Message {
    return this.#sendOne('voice', file, sentWith);
  }

  sendDocument(file: SentFile, sentWith?: SentWith): Message {
    return this.#sendOne('document', file, sentWith);
  }

  /** One message per file; several become an album, the caption on the first. */
  sendFiles(kind: MediaKind, files: SentFile[], { caption, reply_to }: SentWith = {}): Message[] {
    const contents = files.map((file) => this.#store(kind, file));
    const album = contents.length > 1 ? { media_group_id: `${Date.now()}${files.length}${this.id}` } : {};
    return contents.map((content, index) => {
      const captioned = index === 0 && caption ? { caption, ...captionEntities(caption) } : {};
      return this.#write({ ...content, ...album, ...captioned }, reply_to);
    });
  }

  /** Changes an own text. */
  edit(messageId: number, text: string): Message {
    const stored = this.bot.messages.find(this.id, messageId);
    if (!stored || stored.outgoing) throw new Error(`no own message ${messageId}`);
    const edit_date = unixTime(this.bot.clock);
    const message = this.bot.messages.replace(stored, {
      ...stored.message,
      text,
      entities: findEntities(text),
      edit_date,
    });
    this.bot.queue.push({
      ...{ type: 'edited_message', senderId: this.id, date: message.date },
      payload: message as NonNullable<Update['edited_message']>,
    });
    return message;
  }

  /** Taps a button that is on the message now, by its text or its place; waits for the bot's answer, 15 s at most. */
  async tap(which: string | RegExp | Tap, messageId?: number): Promise<TapAnswer> {
    const isPlace = typeof which === 'object' && !(which instanceof RegExp);
    const found = isPlace ? this.#buttonAt(which) : this.button(which, messageId);
    if (!('callback_data' in found.button)) throw new Error(`"${found.button.text}" is no callback button`);
    return this.tapData(found.message_id, found.button.callback_data);
  }

  /** A tap that carries any data, as an old or forged client may send it. */
  async tapData(messageId: number, data: string): Promise<TapAnswer> {
    this.#mustBeAbleToAct();
    const stored = this.bot.messages.find(this.id, messageId);
    const gone = { chat: this.chat, message_id: messageId, date: 0 };
    this.markSeen();
    const { id, answer } = this.bot.queries.open('callback', TAP_PATIENCE_MS);
    this.bot.queue.push({
      ...{ type: 'callback_query', senderId: this.id },
      payload: {
        ...{ id, from: this.user, data, chat_instance: String(this.id * 7919) },
        message: (stored?.message ?? gone) as Message,
      },
    });
    const given = await answer;
    if (given?.text) {
      this.bot.messages.emit(this.id, {
        type: 'toast',
        text: given.text,
        show_alert: given.show_alert ?? false,
      });
    }
    return given ? { answered: true, ...given } : { answered: false };
  }

  /** Pays the invoice of the message, or behind a link; the bot has ten seconds to agree. */
  pay(invoice: number | string): Promise<PaymentOutcome> {
    this.#mustBeAbleToAct();
    this.markSeen();
    return pay(this.bot, this, invoice, (payment) => void this.#enter({ successful_payment: payment }));
  }

  /** The service message of a refund, which the bot gets as well. */
  receiveRefund(refund: NonNullable<Message['refunded_payment']>): void {
    this.#enter({ refunded_payment: refund });
  }

  block(): void {
    this.#setBlocked(true);
  }

  unblock(): void {
    this.#setBlocked(false);
  }

  /** The account is gone for good. */
  deactivate(): void {
    this.#deactivated = true;
  }

  /** Types `@bot query` somewhere; answers what the bot offers. */
  async inline(query: string): Promise<{ results: unknown[] }> {
    const { id, answer } = this.bot.queries.open('inline', INLINE_PATIENCE_MS);
    this.bot.queue.push({
      ...{ type: 'inline_query', senderId: this.id },
      payload: { id, from: this.user, query, offset: '', chat_type: 'sender' },
    });
    return (await answer) ?? { results: [] };
  }

  #sendOne(kind: MediaKind, file: SentFile, { caption, reply_to }: SentWith = {}): Message {
    const captioned = caption ? { caption, ...captionEntities(caption) } : {};
    return this.#write({ ...this.#store(kind, file), ...captioned }, reply_to);
  }

  #store(kind: MediaKind, { bytes, filename = '', type = '', ...details }: SentFile) {
    return storeMedia(this.bot.files, kind, { bytes, filename, type }, details);
  }

  /** A message of this person: into the chat, and to the bot. */
  #write(content: Partial<NewMessage>, replyTo?: number): Message {
    this.#mustBeAbleToAct();
    this.#started = true;
    const answered = replyTo === undefined ? undefined : this.bot.messages.find(this.id, replyTo);
    if (replyTo !== undefined && !answered) throw new Error(`no message ${replyTo} to reply to`);
    const reply = answered
      ? { reply_to_message: answered.message as NonNullable<Message['reply_to_message']> }
      : {};
    const message = this.#enter({ ...reply, ...content });
    this.markSeen();
    return message;
  }

  #enter(content: Partial<NewMessage>): Message {
    const message = this.bot.messages.add({ from: this.user, chat: this.chat, ...content }, false);
    this.bot.queue.push({
      ...{ type: 'message', senderId: this.id, date: message.date },
      payload: message as NonNullable<Update['message']>,
    });
    return message;
  }

  #buttonAt({ message_id, row, column }: Tap) {
    const message = this.bot.messages.find(this.id, message_id)?.message;
    const found = message && buttonsOf(message).find((it) => it.row === row && it.column === column);
    if (!found) throw new Error(`message ${message_id} has no button in row ${row}, column ${column}`);
    return found;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    const user = this.bot.user;
    const member = { user, status: 'member' } as const;
    const banned = { user, status: 'kicked', until_date: 0 } as const;
    this.bot.queue.push({
      ...{ type: 'my_chat_member', senderId: this.id },
      payload: {
        ...{ chat: this.chat, from: this.user, date: unixTime(this.bot.clock) },
        old_chat_member: blocked ? member : banned,
        new_chat_member: blocked ? banned : member,
      },
    });
  }

  #mustBeAbleToAct(): void {
    if (this.#deactivated) throw new Error(`${this.user.first_name}'s account is deactivated`);
    if (this.#blocked) throw new Error(`${this.user.first_name} blocked the bot and has to unblock it first`);
  }
}

function captionEntities(caption: string): Pick<Message, 'caption_entities'> {
  const entities = findEntities(caption);
  return entities.length > 0 ? { caption_entities: entities } : {};
}
