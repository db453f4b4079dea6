import { randomBytes } from 'node:crypto';
import type { Message, Update } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import { type ApiError, forbidden } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import { findEntities } from '../entities/find-entities.ts';
import { signInitData } from '../init-data.ts';
import type { NewMessage } from '../messages.ts';
import type { PersonView } from '../page-contract.ts';
import { Chatter, type SentFile, type SentWith } from './chatter.ts';
import { membershipChange } from './membership.ts';
import { type PaymentOutcome, pay } from './pay.ts';

export type { SentFile, SentWith };

const INLINE_PATIENCE_MS = 30_000;

/** Someone with a Telegram account: what they do becomes updates for the bot. */
export class Person extends Chatter {
  readonly languageCode: string;
  #started = false;
  #blocked = false;
  #deactivated = false;

  constructor(
    bot: BotAccount,
    fresh: { id: number; first_name: string; username?: string; language_code: string },
  ) {
    const { id, first_name, username, language_code } = fresh;
    super(bot, id, { id, is_bot: false, first_name, ...(username ? { username } : {}), language_code });
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

  /** Why the bot may not look into the chat. */
  refusal(): ApiError | undefined {
    return this.#deactivated ? forbidden('user is deactivated') : undefined;
  }

  /** Why what the bot writes does not arrive. */
  undeliverable(): ApiError | undefined {
    if (this.#blocked) return forbidden('bot was blocked by the user');
    return this.#started ? undefined : forbidden("bot can't initiate conversation with a user");
  }

  get view(): PersonView {
    const { is_bot: _bot, ...named } = this.user;
    return { ...named, language_code: this.languageCode, blocked: this.#blocked };
  }

  get chat(): NewMessage['chat'] {
    const { id, first_name, username } = this.user;
    return { id, type: 'private', first_name, ...(username ? { username } : {}) };
  }

  /** Changes an own text. */
  edit(messageId: number, text: string): Message {
    this.mustBeAbleToAct();
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

  /** Pays the invoice of the message, or behind a link; the bot has ten seconds to agree. */
  async pay(invoice: number | string): Promise<PaymentOutcome> {
    this.mustBeAbleToAct();
    this.forgetArrived();
    return pay(this.bot, this, invoice, (payment) => void this.enter({ successful_payment: payment }));
  }

  /**
   * Opens a Mini App; answers the page's address with what the client adds to it (facts: 4.1, 4.3): who the person is,
   * signed, and the colours; `startParam` is what a link brought. @throws Error for an address that is none
   */
  launch(url: string, theme: string, startParam = ''): string {
    const page = new URL(url);
    const fields = {
      query_id: randomBytes(12).toString('base64url'),
      user: JSON.stringify({ ...this.user, allows_write_to_pm: true }),
      auth_date: String(unixTime(this.bot.clock)),
      signature: randomBytes(48).toString('base64url'),
      ...(startParam === '' ? {} : { start_param: startParam }),
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
    if (payment) this.enter({ successful_payment: payment });
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
    this.enter({ refunded_payment: refund });
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

  protected override write(content: Partial<NewMessage>, sentWith: SentWith): Message {
    const message = super.write(content, sentWith);
    this.#started = true;
    return message;
  }

  /** In private the bot is told everything. */
  protected botHears(): boolean {
    return true;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.bot.queue.push({
      ...{ type: 'my_chat_member', senderId: this.id },
      payload: membershipChange(this.bot.user, this.user, blocked, unixTime(this.bot.clock)),
    });
  }

  protected mustBeAbleToAct(): void {
    if (this.#deactivated) throw new Error(`${this.user.first_name}'s account is deactivated`);
    if (this.#blocked) throw new Error(`${this.user.first_name} blocked the bot and has to unblock it first`);
  }
}
