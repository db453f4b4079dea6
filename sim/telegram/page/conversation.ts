import type { Message } from 'grammy/types';
import type { ChatEvent } from '../page-contract.ts';

/** What is drawn as one bubble: a message, or the messages of one album. */
export type Unit = [Message, ...Message[]];

/** The chat as known here: applies the simulator's events and tells what to draw, oldest first. */
export class Conversation {
  #messages = new Map<number, Message>();

  /** Takes an event in. Returns whether what is drawn changed. */
  apply(event: ChatEvent): boolean {
    switch (event.type) {
      case 'snapshot':
        this.#messages = new Map(event.messages.map((message) => [message.message_id, message]));
        return true;
      case 'message':
      case 'edited':
        this.#messages.set(event.message.message_id, event.message);
        return true;
      case 'deleted':
        for (const id of event.message_ids) this.#messages.delete(id);
        return true;
      default:
        return false;
    }
  }

  get(messageId: number): Message | undefined {
    return this.#messages.get(messageId);
  }

  all(): Message[] {
    return [...this.#messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** Messages with neighbours of the same album taken together. */
  units(): Unit[] {
    const units: Unit[] = [];
    for (const message of this.all()) {
      const last = units.at(-1);
      const sameAlbum = message.media_group_id && last?.[0].media_group_id === message.media_group_id;
      if (last && sameAlbum) last.push(message);
      else units.push([message]);
    }
    return units;
  }

  /** The bot's keyboard under the composer, as the newest message that says anything about it left it. */
  replyKeyboard(): ReplyKeyboard | undefined {
    for (const message of this.all().reverse()) {
      const markup = markupOf(message);
      if (markup.remove_keyboard) return undefined;
      if (markup.keyboard) return { ...markup, keyboard: markup.keyboard, messageId: message.message_id };
    }
    return undefined;
  }
}

export interface ReplyKeyboard {
  messageId: number;
  keyboard: (string | ReplyButton)[][];
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
}

export interface ReplyButton {
  text: string;
  style?: 'danger' | 'success' | 'primary';
  web_app?: { url: string };
}

type AnyMarkup = Partial<Omit<ReplyKeyboard, 'messageId'>> & { remove_keyboard?: true; force_reply?: true };

/** The part of a message's markup that concerns the composer. */
export function markupOf(message: Message): AnyMarkup {
  return (message.reply_markup ?? {}) as AnyMarkup;
}
