import { type Selectable, sql } from 'kysely';
import { AppError, type Db, defineJob, type Queue, type Trx } from '#platform';
import { act, type Done, type Ground } from './act.ts';
import { type Actor, assertOperator, type Order } from './actor.ts';
import type { BroadcastsTable } from './tables.ts';

/** A wake-up: the row says what is to be done. */
export const broadcastJob = defineJob<{ id: number }>('operator.broadcast', {
  policy: 'short',
  concurrency: 1,
  retryLimit: 100,
  retryDelaySeconds: 5,
  expireSeconds: 60,
});

/** What is sent: Telegram's text and entities, as the operator wrote it. */
export interface BroadcastMessage {
  text: string;
  entities: readonly object[];
}

/** Whom it goes to; who blocks the bot, is blocked or was forgotten is always left out. */
export interface Audience {
  /** null: every language. */
  locale: string | null;
  /** Seen within so many days; null: all. */
  activeDays: number | null;
}

export interface Broadcast extends BroadcastMessage, Audience {
  id: number;
  state: BroadcastsTable['state'];
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Recipients listed so far. */
  total: number;
  sent: number;
  /** Has blocked the bot, or is no more. */
  gone: number;
  failed: number;
  /** In flight when a process died; not sent again. */
  unsure: number;
}

type House = Ground & { queue: Queue };

export interface BroadcastOrder extends Order {
  broadcastId: number;
}

export function toBroadcast(row: Selectable<BroadcastsTable>): Broadcast {
  return {
    id: row.id,
    text: row.text,
    entities: row.entities,
    locale: row.locale,
    activeDays: row.active_days,
    state: row.state,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    total: row.total,
    sent: row.sent,
    gone: row.gone,
    failed: row.failed,
    unsure: row.unsure,
  };
}

/** Telegram's limit of a message, in characters. */
const LONGEST = 4096;

/** Nobody gets it before it is started. @throws AppError `not-operator`, `broadcast-invalid` */
export async function draftBroadcast(
  { database, clock, adminIds }: Ground,
  {
    actor,
    text,
    entities = [],
    locale,
    activeDays,
  }: { actor: Actor } & Omit<BroadcastMessage, 'entities'> & Audience & { entities?: readonly object[] },
): Promise<Broadcast> {
  assertOperator(actor, adminIds);
  if (text.trim() === '' || [...text].length > LONGEST)
    throw new AppError('broadcast-invalid', 'A message has 1 to 4096 characters', {
      values: { most: LONGEST },
    });
  const row = await database.db
    .insertInto('broadcasts')
    .values({
      ...{ text, entities: JSON.stringify(entities), locale, active_days: activeDays },
      ...{ state: 'draft', created_at: clock.now() },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toBroadcast(row);
}

/** Another audience for one that has not begun. @throws AppError `not-operator`, `broadcast-state` */
export async function setAudience(
  { database, adminIds }: Ground,
  { actor, broadcastId, locale, activeDays }: { actor: Actor; broadcastId: number } & Audience,
): Promise<Broadcast> {
  assertOperator(actor, adminIds);
  const row = await database.db
    .updateTable('broadcasts')
    .set({ locale, active_days: activeDays })
    .where('id', '=', broadcastId)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst();
  if (!row) throw wrongState(broadcastId);
  return toBroadcast(row);
}

/** Newest first. */
export async function broadcasts(db: Db, limit: number): Promise<Broadcast[]> {
  const rows = await db.selectFrom('broadcasts').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toBroadcast);
}

/** @throws AppError `broadcast-unknown` */
export async function broadcast(db: Db, id: number): Promise<Broadcast> {
  const row = await db.selectFrom('broadcasts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('broadcast-unknown', `There is no broadcast ${id}`);
  return toBroadcast(row);
}

/** Who is written to, as a condition on `people`. */
export function isAddressed({ locale, activeDays }: Audience, at: Date) {
  const since = activeDays === null ? null : new Date(at.getTime() - activeDays * 86_400_000);
  return sql<boolean>`(bot_blocked_at is null and banned_at is null and first_name <> ''
    and (${locale}::text is null or locale = ${locale}::text)
    and (${since}::timestamptz is null or last_seen_at >= ${since}::timestamptz))`;
}

/** How many it would reach now. */
export async function countAudience(db: Db, audience: Audience, at: Date): Promise<number> {
  const { count } = await db
    .selectFrom('people')
    .where(isAddressed(audience, at))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

type Verb = 'start' | 'pause' | 'resume' | 'cancel';

const moves = {
  start: { from: ['draft'], to: 'running', code: 'broadcast-started' },
  pause: { from: ['running'], to: 'paused', code: 'broadcast-paused' },
  resume: { from: ['paused'], to: 'running', code: 'broadcast-resumed' },
  cancel: { from: ['draft', 'running', 'paused'], to: 'cancelled', code: 'broadcast-cancelled' },
} as const;

/** Moves it on; whoever comes second finds it moved. @throws AppError `not-operator`, `broadcast-state` */
export async function moveBroadcast(house: House, verb: Verb, order: BroadcastOrder): Promise<Done<object>> {
  const { broadcastId: id } = order;
  const { from, to, code } = moves[verb];
  return act(house, { ...order, code, subject: `broadcast:${id}` }, async (trx, at) => {
    const row = await trx
      .updateTable('broadcasts')
      .set({
        state: to,
        ...(verb === 'start' ? { started_at: at } : {}),
        ...(verb === 'cancel' ? { ended_at: at } : {}),
      })
      .where('id', '=', id)
      .where('state', 'in', [...from])
      .returningAll()
      .executeTakeFirst();
    if (!row) throw wrongState(id);
    if (to === 'running') await wake(house.queue, trx, id);
    const { locale, activeDays, sent } = toBroadcast(row);
    return verb === 'start' ? { locale, activeDays } : { sent };
  });
}

/** One such job waits at a time. */
export async function wake(queue: Queue, db: Db | Trx, id: number, startAfter = 0): Promise<void> {
  await queue.send(db, broadcastJob, { id }, { singletonKey: String(id), startAfter });
}

function wrongState(id: number): AppError<'broadcast-state'> {
  return new AppError('broadcast-state', `Broadcast ${id} is not where this is possible`);
}
