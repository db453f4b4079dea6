import type { Context, NextFunction } from 'grammy';
import { getPerson, markBotBlocked, markBotUnblocked } from '#people';
import type { Clock, Database } from '#platform';

/** Notes when a person blocks the bot or lets it in again; what happens in groups is others' to see to. */
export function blocked({ database, clock }: { database: Database; clock: Clock }) {
  return async (ctx: Context, next: NextFunction): Promise<void> => {
    const change = ctx.myChatMember;
    if (!change) return next();
    if (change.chat.type !== 'private') return next();
    const known = await getPerson(database.db, change.from.id);
    if (!known) return;
    const isGone = change.new_chat_member.status === 'kicked';
    await database.transaction((trx) =>
      isGone ? markBotBlocked(trx, known.id, clock.now()) : markBotUnblocked(trx, known.id),
    );
  };
}
