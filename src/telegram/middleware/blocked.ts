import type { Context, NextFunction } from 'grammy';
import { getPerson, markBotBlocked } from '#people';
import type { Clock, Database } from '#platform';

/** Notes when a person blocks the bot; whoever comes back is met again with their next message. */
export function blocked({ database, clock }: { database: Database; clock: Clock }) {
  return async (ctx: Context, next: NextFunction): Promise<void> => {
    const change = ctx.myChatMember;
    if (!change) return next();
    if (change.chat.type !== 'private' || change.new_chat_member.status !== 'kicked') return;
    const known = await getPerson(database.db, change.from.id);
    if (known) await database.transaction((trx) => markBotBlocked(trx, known.id, clock.now()));
  };
}
