import type { Context, NextFunction } from 'grammy';
import { type Clock, checkpoint, type Database, type Logger } from '#platform';

const KEEP_MS = 2 * 24 * 3_600_000;
const CLEAN_EVERY = 500;

export interface OnceOptions {
  database: Database;
  clock: Clock;
  log: Logger;
}

/**
 * Handles a message once although Telegram may bring it again. It is written down after it was handled:
 * a crash in between repeats it, and what must not happen twice has a key of its own. Taps need none of
 * this: each carries the revision it was drawn for.
 */
export function once({ database, clock, log }: OnceOptions) {
  let handled = 0;

  return async (ctx: Context, next: NextFunction): Promise<void> => {
    const { update_id: id, message } = ctx.update;
    if (!message) return next();
    if (await wasHandled(database, id)) {
      log.debug({ update: id }, 'update dropped: it was handled before');
      return;
    }
    await next();
    checkpoint('message:handled');
    await writeDown(database, id, clock.now());
    checkpoint('message:noted');
    if (++handled % CLEAN_EVERY === 0) await forgetOld(database, new Date(clock.now().getTime() - KEEP_MS));
  };
}

async function wasHandled({ db }: Database, id: number): Promise<boolean> {
  const row = await db.selectFrom('handled_updates').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

async function writeDown({ db }: Database, id: number, at: Date): Promise<void> {
  await db
    .insertInto('handled_updates')
    .values({ id, handled_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

async function forgetOld({ db }: Database, before: Date): Promise<void> {
  await db.deleteFrom('handled_updates').where('handled_at', '<', before).execute();
}
