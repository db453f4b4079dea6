import type { Actor } from '#operator';
import type { BotContext } from './context.ts';

/** Whoever writes or taps, as the room of the operators knows them; it judges whether they may. */
export function actorOf({ person }: Pick<BotContext, 'person'>): Actor {
  return { via: 'chat', adminId: person.id };
}
