import type { Message } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import type { ChatEvent } from '../page-contract.ts';
import { buttonsOf, type FoundButton, isCalled, type Label } from './buttons.ts';
import { transcript } from './transcript.ts';

export type { FoundButton };

/** A short text that popped up over the chat; `show_alert` means it had to be closed by hand. */
export interface Toast {
  text: string;
  show_alert: boolean;
}

/** How long a wait lasts before it fails, in milliseconds of real time; 10 000 if absent. */
export interface Patience {
  timeoutMs?: number;
}

const PATIENCE_MS = 10_000;
const LINES_SHOWN = 8;

/** What a person sees of the chat with the bot, and ways to wait for it. */
export class PersonChat {
  readonly id: number;
  /** Every text shown over the chat so far, oldest first. */
  readonly toasts: Toast[] = [];
  /** Every chat action so far, e.g. `upload_photo`, oldest first. */
  readonly actions: string[] = [];
  protected readonly bot: BotAccount;
  readonly #listeners = new Set<(event: ChatEvent) => void>();
  /** Versions of messages that came since the person last did something or took one by waiting. */
  #arrived: Message[] = [];

  constructor(bot: BotAccount, id: number, personId: number) {
    this.bot = bot;
    this.id = id;
    bot.messages.onEvent((chatId, event, onlyFor = personId) => {
      if (chatId === id && onlyFor === personId) this.#take(event);
    });
  }

  /** The chat now, both sides, oldest first. */
  get messages(): Message[] {
    return this.bot.messages.of(this.id);
  }

  /** The newest message that came to the person, in its current version. */
  get lastMessage(): Message | undefined {
    return this.messages.findLast(comesToPerson);
  }

  /** Calls `listener` with each event; the returned function ends that. */
  onEvent(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * The next message to come, new or edited, that fits. Counted from what this person did last (a message, a tap,
   * a payment) or took by waiting, so that nothing is missed that came while a tap was being answered.
   * @throws Error with the end of the chat when none comes in time
   */
  async nextMessage(
    fits: (message: Message) => boolean = () => true,
    patience: Patience = {},
  ): Promise<Message> {
    const found = await this.until(() => this.#arrived.find(fits), patience);
    this.#arrived = this.#arrived.slice(this.#arrived.indexOf(found) + 1);
    return found;
  }

  /** The newest message that fits, already there or to come. @throws Error as `nextMessage` */
  async waitFor(fits: (message: Message) => boolean, patience: Patience = {}): Promise<Message> {
    const look = () => this.messages.findLast((message) => comesToPerson(message) && fits(message));
    const found = await this.until(look, patience);
    const taken = this.#arrived.findLastIndex(({ message_id }) => message_id === found.message_id);
    this.#arrived = this.#arrived.slice(taken + 1);
    return found;
  }

  /** The first truthy answer of `look`, asked now and after each event of the chat. @throws Error as `nextMessage` */
  until<T>(look: () => T | undefined | null | false, { timeoutMs = PATIENCE_MS }: Patience = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        stop();
      };
      const attempt = () => {
        try {
          const found = look();
          if (!found) return;
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(error);
        }
      };
      const stop = this.onEvent(attempt);
      const timer = setTimeout(() => {
        end();
        reject(new Error(`not seen within ${timeoutMs} ms; ${this.ending()}`));
      }, timeoutMs);
      attempt();
    });
  }

  /** The inline buttons of a message. */
  buttons(message: Message): FoundButton[] {
    return buttonsOf(message);
  }

  /** The newest button of that name in the chat; on one message if its id is given. */
  findButton(label: Label, messageId?: number): FoundButton | undefined {
    const candidates = this.messages.filter((it) => messageId === undefined || it.message_id === messageId);
    return candidates.toReversed().flatMap(buttonsOf).find(isCalled(label));
  }

  /** The last messages and keyboards as text, for errors. */
  protected ending(): string {
    return `the chat ends with:\n${transcript(this.messages.slice(-LINES_SHOWN))}`;
  }

  /** From here on only what comes later is next. */
  protected forgetArrived(): void {
    this.#arrived = [];
  }

  #take(event: ChatEvent): void {
    if (event.type === 'toast') this.toasts.push({ text: event.text, show_alert: event.show_alert });
    if (event.type === 'action') this.actions.push(event.action);
    const isMessage = event.type === 'message' || event.type === 'edited';
    if (isMessage && comesToPerson(event.message)) this.#arrived.push(event.message);
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/** Everything but the person's own words: the bot's messages, receipts and refunds. */
function comesToPerson({ from, successful_payment, refunded_payment }: Message): boolean {
  return from?.is_bot === true || successful_payment !== undefined || refunded_payment !== undefined;
}
