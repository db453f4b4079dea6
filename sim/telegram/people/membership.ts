import type { ChatMemberUpdated, User, UserFromGetMe } from 'grammy/types';

/** What a bot is told when a person blocks it, or lets it write again; `date` in Unix seconds. */
export function membershipChange(
  bot: UserFromGetMe,
  person: User,
  blocked: boolean,
  date: number,
): ChatMemberUpdated {
  const { id, first_name, username } = person;
  const chat = { id, type: 'private' as const, first_name, ...(username ? { username } : {}) };
  const member = { user: bot, status: 'member' as const };
  const kicked = { user: bot, status: 'kicked' as const, until_date: 0 };
  return {
    ...{ chat, from: person, date },
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  };
}
