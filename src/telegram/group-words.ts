import type { Message } from 'grammy/types';
import { readCommand } from './commands.ts';

/** What somebody in a group wants of the bot; `words` may be empty. */
export type GroupWish = { what: 'order'; words: string } | { what: 'help' };

/**
 * Reads a message of a group: `/imagine words`, `@bot words`, or `/help@bot`. Null for everything that is meant for
 * others, so that the bot keeps silent.
 */
export function readGroupWish(
  { text = '', caption = '' }: Pick<Message, 'text' | 'caption'>,
  username: string,
): GroupWish | null {
  const said = text || caption;
  const command = readCommand(said, username);
  if (command?.name === 'imagine') return { what: 'order', words: command.argument };
  const isNamed = said.toLowerCase().startsWith(`/${command?.name}@`);
  if (command && isNamed) return { what: 'help' };
  if (command || said.startsWith('/')) return null;
  const mention = new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'i');
  if (!mention.test(said)) return null;
  const words = said.replace(mention, ' ').replaceAll(/\s+/g, ' ').trim();
  return { what: 'order', words: words.replace(/^[,:;.\s]+/, '') };
}
