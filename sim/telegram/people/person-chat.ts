import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import type { ChatEvent } from '../page-contract.ts';

/** A button where it stands. */
export interface FoundButton {
  message_id: number;
  row: number;
  column: number;
  button: InlineKeyboardButton;
}

const PATIENCE_MS = 10_000;
const RECENT = 20;

/** What a person sees of the chat with the bot, and ways to wait for it. */
export class PersonChat {
  readonly id: number;
  protected readonly bot: BotAccount;
  readonly #listeners = new Set<(event: ChatEvent) => void>();
  /** Messages of the bot with an id up to this one do not count as next. */
  #seenUpTo = 0;
  #lastToast: string | undefined;
  #lastAction: string | undefined;

  constructor(bot: BotAccount, id: number) {
    this.bot = bot;
    this.id = id;
    bot.messages.onEvent((chatId, event) => {
      if (chatId === id) this.#take(event);
    });
  }

  /** The chat now, both sides, oldest first. */
  get messages(): Message[] {
    return this.bot.messages.of(this.id);
  }

  /** Newest message of the bot, in its current version. */
  get lastMessage(): Message | undefined {
    return this.messages.findLast((message) => this.#isFromBot(message));
  }

  /** The last text shown by an answer to a tap. */
  get lastToast(): string | undefined {
    return this.#lastToast;
  }

  /** The last chat action, e.g. `upload_photo`. */
  get lastAction(): string | undefined {
    return this.#lastAction;
  }

  /** Calls `listener` with each event; the returned function ends that. */
  onEvent(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * The bot's first message since this person last did something (or last waited here) that fits; it may have
   * come before the call. @throws Error with the chat's end when none comes within `timeoutMs` of real time
   */
  async nextMessage(
    fits: (message: Message) => boolean = () => true,
    timeoutMs = PATIENCE_MS,
  ): Promise<Message> {
    const look = () =>
      this.messages.find((it) => it.message_id > this.#seenUpTo && this.#isFromBot(it) && fits(it));
    const message = await this.waitFor(look, timeoutMs);
    this.#seenUpTo = message.message_id;
    return message;
  }

  /** The first truthy answer of `look`, asked now and after each event. @throws Error as `nextMessage` */
  waitFor<T>(look: (person: this) => T | undefined | null | false, timeoutMs = PATIENCE_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const attempt = () => {
        const found = look(this);
        if (!found) return;
        stop();
        clearTimeout(timer);
        resolve(found);
      };
      const stop = this.onEvent(() => {
        try {
          attempt();
        } catch (error) {
          stop();
          clearTimeout(timer);
          reject(error);
        }
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`not seen within ${timeoutMs} ms; the chat ends with:\n${this.transcript(RECENT)}`));
      }, timeoutMs);
      attempt();
    });
  }

  /** The newest inline button whose text is, or matches, the given one; on one message if named. */
  findButton(text: string | RegExp, messageId?: number): FoundButton | undefined {
    const fits = (shown: string) => (typeof text === 'string' ? shown === text : text.test(shown));
    for (const message of this.messages.toReversed()) {
      if (messageId !== undefined && message.message_id !== messageId) continue;
      const found = buttonsOf(message).find(({ button }) => fits(button.text));
      if (found) return found;
    }
    return undefined;
  }

  /** As `findButton`. @throws Error that lists the buttons there are */
  button(text: string | RegExp, messageId?: number): FoundButton {
    const found = this.findButton(text, messageId);
    if (!found) throw new Error(`no button ${text}; the chat ends with:\n${this.transcript(RECENT)}`);
    return found;
  }

  /** The last lines of the chat as plain text, buttons in brackets. */
  transcript(count = Number.POSITIVE_INFINITY): string {
    return this.messages
      .slice(-count)
      .map((message) => describe(message, this.#isFromBot(message)))
      .join('\n');
  }

  /** From here on only new messages are next. */
  protected markSeen(): void {
    this.#seenUpTo = this.messages.at(-1)?.message_id ?? 0;
  }

  #take(event: ChatEvent): void {
    if (event.type === 'toast') this.#lastToast = event.text;
    if (event.type === 'action') this.#lastAction = event.action;
    for (const listener of [...this.#listeners]) listener(event);
  }

  #isFromBot(message: Message): boolean {
    return message.from?.id === this.bot.user.id;
  }
}

/** All inline buttons of a message with their places. */
export function buttonsOf(message: Message): FoundButton[] {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const { message_id } = message;
  return rows.flatMap((buttons, row) =>
    buttons.map((button, column) => ({ message_id, row, column, button })),
  );
}

function describe(message: Message, fromBot: boolean): string {
  const media = [
    'photo',
    'video',
    'audio',
    'voice',
    'animation',
    'document',
    'invoice',
    'successful_payment',
  ];
  const kind = media.find((name) => name in message);
  const text = message.text ?? message.caption ?? '';
  const buttons = buttonsOf(message).map(({ button }) => `[${button.text}]`);
  return [fromBot ? 'bot:' : 'person:', kind ? `<${kind}>` : '', text, ...buttons].filter(Boolean).join(' ');
}
