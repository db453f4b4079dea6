import { randomBytes } from 'node:crypto';
import type { Message, Update, User } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import { unixTime } from '../clock.ts';
import { findEntities } from '../entities/find-entities.ts';
import { signInitData } from '../init-data.ts';
import { asReplyTarget, type NewMessage } from '../messages.ts';
import type { PersonView, TapAnswer } from '../page-contract.ts';
import { buttonsOf, type Label } from './buttons.ts';
import { membershipChange } from './membership.ts';
import { type PaymentOutcome, pay } from './pay.ts';
import { PersonChat } from './person-chat.ts';
import { type SentFile, storeSentFiles } from './sent-files.ts';

export type { SentFile };

/** What goes along with a message: the id of the one it answers. */
export interface SentWith {
  replyTo?: number;
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
    const { is_bot: _bot, ...named } = this.user;
    return { ...named, language_code: this.languageCode, blocked: this.#blocked };
  }

  get chat(): NewMessage['chat'] {
    const { id, first_name, username } = this.user;
    return { id, type: 'private', first_name, ...(username ? { username } : {}) };
  }

  /** Writes a text. @throws Error as every act of someone who blocked the bot or is gone */
  send(text: string, sentWith: SentWith = {}): Message {
    const entities = findEntities(text);
    return this.#write({ text, ...(entities.length > 0 ? { entities } : {}) }, sentWith);
  }

  /** One message per file; several become an album. @throws Error when no client would send these together */
  sendFiles(files: SentFile[], sentWith: SentWith = {}): Message[] {
    this.#mustBeAbleToAct();
    return storeSentFiles(this.bot.files, files).map((content) => this.#write(content, sentWith));
  }

  /** Changes an own text. */
  edit(messageId: number, text: string): Message {
    this.#mustBeAbleToAct();
    const stored = this.bot.messages.find(this.id, messageId);
    if (!stored || stored.outgoing) throw new Error(`no own message ${messageId}`);
    const { entities: _old, ...rest } = stored.message;
    const entities = findEntities(text);
    const edited = { ...rest, text, ...(entities.length > 0 ? { entities } : {}) };
    this.forgetArrived();
    const message = this.bot.messages.replace(stored, { ...edited, edit_date: unixTime(this.bot.clock) });
    this.bot.queue.push({
      ...{ type: 'edited_message', senderId: this.id, date: message.date },
      payload: message as NonNullable<Update['edited_message']>,
    });
    return message;
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
    this.#mustBeAbleToAct();
    this.forgetArrived();
    const message = this.bot.messages.find(this.id, messageId)?.message;
    const gone = { chat: this.chat, message_id: messageId, date: 0 as const };
    const { id, answer } = this.bot.queries.open('callback', TAP_PATIENCE_MS);
    this.bot.queue.push({
      ...{ type: 'callback_query', senderId: this.id },
      payload: { id, from: this.user, data, chat_instance: String(this.id * 7919), message: message ?? gone },
    });
    const given = await answer;
    if (!given) return { answered: false };
    const { text, show_alert = false } = given;
    if (text) this.bot.messages.emit(this.id, { type: 'toast', text, show_alert });
    return { answered: true, ...given };
  }

  /** Pays the invoice of the message, or behind a link; the bot has ten seconds to agree. */
  async pay(invoice: number | string): Promise<PaymentOutcome> {
    this.#mustBeAbleToAct();
    this.forgetArrived();
    return pay(this.bot, this, invoice, (payment) => void this.#enter({ successful_payment: payment }));
  }

  /**
   * Opens a Mini App; answers the page's address with what the client adds to it (facts: 4.1, 4.3): who the person is,
   * signed, and the colours. @throws Error for an address that is none
   */
  launch(url: string, theme: string): string {
    const page = new URL(url);
    const fields = {
      query_id: randomBytes(12).toString('base64url'),
      user: JSON.stringify({ ...this.user, allows_write_to_pm: true }),
      auth_date: String(unixTime(this.bot.clock)),
      signature: randomBytes(48).toString('base64url'),
    };
    page.hash = new URLSearchParams({
      tgWebAppData: signInitData(this.bot.token, fields),
      tgWebAppVersion: '9.1',
      tgWebAppPlatform: 'web',
      ...(theme === '' ? {} : { tgWebAppThemeParams: theme }),
    }).toString();
    return page.href;
  }

  /** Telegram takes the next month of a subscription; false when it was cancelled, or the Stars did not suffice. */
  renew(firstChargeId: string, { enoughStars = true } = {}): boolean {
    const { payload } = this.bot.stars.subscription(this.id, firstChargeId);
    if (!enoughStars) this.#tellSubscription(payload, 'failed');
    const payment = enoughStars ? this.bot.stars.renew(this.id, firstChargeId) : undefined;
    if (payment) this.#enter({ successful_payment: payment });
    return payment !== undefined;
  }

  /** Ends or takes up a subscription in Telegram's own settings, of which the bot hears. */
  changeSubscription(firstChargeId: string, cancelled: boolean): void {
    this.bot.stars.cancelSubscription(this.id, firstChargeId, cancelled);
    const { payload } = this.bot.stars.subscription(this.id, firstChargeId);
    this.#tellSubscription(payload, cancelled ? 'canceled' : 'active');
  }

  #tellSubscription(payload: string, state: 'canceled' | 'active' | 'failed'): void {
    this.bot.queue.push({
      ...{ type: 'subscription', senderId: this.id },
      payload: { user: this.user, invoice_payload: payload, state },
    });
  }

  /** The service message of a refund, which the bot gets as well. */
  receiveRefund(refund: NonNullable<Message['refunded_payment']>): void {
    this.#enter({ refunded_payment: refund });
  }

  /** From now on the bot's messages are refused with 403. */
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

  /** Types `@bot query` somewhere; answers what the bot offers, nothing after 30 s. */
  async inline(query: string): Promise<{ results: unknown[] }> {
    const { id, answer } = this.bot.queries.open('inline', INLINE_PATIENCE_MS);
    this.bot.queue.push({
      ...{ type: 'inline_query', senderId: this.id },
      payload: { id, from: this.user, query, offset: '', chat_type: 'sender' },
    });
    return (await answer) ?? { results: [] };
  }

  /** A message of this person: into the chat, and to the bot. */
  #write(content: Partial<NewMessage>, { replyTo }: SentWith): Message {
    this.#mustBeAbleToAct();
    const answered = replyTo === undefined ? undefined : this.bot.messages.find(this.id, replyTo);
    if (replyTo !== undefined && !answered) throw new Error(`no message ${replyTo} to reply to`);
    this.#started = true;
    this.forgetArrived();
    const reply = answered ? { reply_to_message: asReplyTarget(answered.message) } : {};
    return this.#enter({ ...reply, ...content });
  }

  #enter(content: Partial<NewMessage>): Message {
    const message = this.bot.messages.add({ from: this.user, chat: this.chat, ...content }, false);
    this.bot.queue.push({
      ...{ type: 'message', senderId: this.id, date: message.date },
      payload: message as NonNullable<Update['message']>,
    });
    return message;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.bot.queue.push({
      ...{ type: 'my_chat_member', senderId: this.id },
      payload: membershipChange(this.bot.user, this.user, blocked, unixTime(this.bot.clock)),
    });
  }

  #mustBeAbleToAct(): void {
    if (this.#deactivated) throw new Error(`${this.user.first_name}'s account is deactivated`);
    if (this.#blocked) throw new Error(`${this.user.first_name} blocked the bot and has to unblock it first`);
  }
}
