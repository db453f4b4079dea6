import type { Message } from 'grammy/types';
import type { BotView, GroupView, PersonView } from '../page-contract.ts';
import { say } from './words.ts';

/** Who sits before the page, and in which chat: the private one with the bot, or a group that has it in. */
export interface Seat {
  person: PersonView;
  bot: BotView;
  group: GroupView | undefined;
}

/** Whether the person wrote it. */
export function isOwn(message: Message, { person }: Pick<Seat, 'person'>): boolean {
  return message.from?.id === person.id;
}

/** Who wrote it, as the person calls them. */
export function authorOf(message: Message, seat: Seat): string {
  if (isOwn(message, seat)) return say('you');
  return message.from?.is_bot === false ? message.from.first_name : seat.bot.first_name;
}
