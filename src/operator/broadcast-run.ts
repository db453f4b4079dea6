import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { getPerson, markBotBlocked } from '#people';
import { type Clock, checkpoint, type Database, type Queue } from '#platform';
import { type BroadcastMessage, broadcastJob, isAddressed, toBroadcast, wake } from './broadcasts.ts';
import type { Pace } from './pace.ts';

/** `waitMs`: Telegram asks for patience, or was not reached at all, so nothing was sent. */
export type SentBroadcast = 'sent' | 'gone' | 'failed' | 'unsure' | { waitMs: number };

/** Sends to one person; never rejects. */
export type SendBroadcast = (personId: number, message: BroadcastMessage) => Promise<SentBroadcast>;

export interface BroadcastRunner {
  database: Database;
  queue: Queue;
  clock: Clock;
  sendBroadcast: SendBroadcast;
  pace: Pace;
}

/** A run ends before its job would count as dead. */
const RUN_MS = 20_000;
const LEASE_MS = 30_000;
const PAGE = 500;

/** Sends what is under way, in any process that works; what a dead process left goes on. */
export async function workOnBroadcasts(runner: BroadcastRunner, signal: AbortSignal): Promise<void> {
  const { database, queue } = runner;
  await queue.work(broadcastJob, async ({ id }) => {
    const wait = await runBroadcast(runner, id, signal);
    if (wait !== null) await wake(queue, database.db, id, Math.ceil(wait / 1000));
  });
  const running = await database.db
    .selectFrom('broadcasts')
    .where('state', '=', 'running')
    .select('id')
    .execute();
  for (const { id } of running) await wake(queue, database.db, id);
}

/**
 * Sends for a while, alone: a lease keeps others out until it ends or its holder has died.
 *
 * @returns after how many ms to go on; null when there is nothing left to do
 */
export async function runBroadcast(
  runner: BroadcastRunner,
  id: number,
  signal: AbortSignal,
): Promise<number | null> {
  const { database, clock } = runner;
  const lease = randomUUID();
  const row = await takeLease(runner, id, lease);
  if (!row) return (await isRunning(database, id)) ? LEASE_MS : null;
  try {
    await leaveBehind(runner, id);
    const until = clock.now().getTime() + RUN_MS;
    while (clock.now().getTime() < until && !signal.aborted) {
      const personId = await claim(runner, id, lease);
      if (personId === null) {
        if (await listMore(runner, id, lease)) {
          checkpoint('broadcast:listed');
          continue;
        }
        if (await finish(runner, id, lease)) return null;
        return (await isRunning(database, id)) ? 0 : null;
      }
      checkpoint('broadcast:sending');
      const outcome = await sendTo(runner, personId, row);
      checkpoint('broadcast:answered');
      if (typeof outcome === 'object') {
        await note(runner, id, personId, 'pending');
        return outcome.waitMs;
      }
      await note(runner, id, personId, outcome);
      checkpoint('broadcast:noted');
      await runner.pace.breathe(signal);
    }
    return 0;
  } finally {
    await freeLease(runner, id, lease);
  }
}

async function takeLease({ database, clock }: BroadcastRunner, id: number, lease: string) {
  const now = clock.now();
  const row = await database.db
    .updateTable('broadcasts')
    .set({ lease, leased_until: new Date(now.getTime() + LEASE_MS) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
  return row && toBroadcast(row);
}

async function freeLease({ database }: BroadcastRunner, id: number, lease: string): Promise<void> {
  await database.db
    .updateTable('broadcasts')
    .set({ lease: null, leased_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute();
}

async function isRunning({ db }: Database, id: number): Promise<boolean> {
  const row = await db.selectFrom('broadcasts').where('id', '=', id).select('state').executeTakeFirst();
  return row?.state === 'running';
}

/** Whoever held the lease before died while these left: nobody knows whether they arrived, so they stay. */
async function leaveBehind({ database, clock }: BroadcastRunner, id: number): Promise<void> {
  await sql`
    with left_behind as (
      update broadcast_recipients set state = 'unsure', at = ${clock.now()}
      where broadcast_id = ${id} and state = 'sending' returning 1)
    update broadcasts set unsure = unsure + (select count(*) from left_behind) where id = ${id}`.execute(
    database.db,
  );
}

/** Takes the next recipient and keeps the lease; null: nobody waits, it is paused, or the lease is lost. */
async function claim(
  { database, clock }: BroadcastRunner,
  id: number,
  lease: string,
): Promise<number | null> {
  const now = clock.now();
  const { rows } = await sql<{ personId: number }>`
    with mine as (
      update broadcasts set leased_until = ${new Date(now.getTime() + LEASE_MS)}
      where id = ${id} and state = 'running' and lease = ${lease} returning id),
    next as (
      select person_id from broadcast_recipients
      where broadcast_id = (select id from mine) and state = 'pending' order by person_id limit 1)
    update broadcast_recipients r set state = 'sending', at = ${now} from next
    where r.broadcast_id = ${id} and r.person_id = next.person_id
    returning r.person_id as "personId"`.execute(database.db);
  return rows[0]?.personId ?? null;
}

/** The next page of recipients, by id; false when there is none. */
async function listMore({ database, clock }: BroadcastRunner, id: number, lease: string): Promise<boolean> {
  return database.transaction(async (trx) => {
    const row = await trx
      .selectFrom('broadcasts')
      .where('id', '=', id)
      .where('state', '=', 'running')
      .where('lease', '=', lease)
      .selectAll()
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.listed_all) return false;
    const startedAt = row.started_at ?? clock.now();
    const { rows } = await sql<{ read: number; last: number | null; added: number }>`
      with page as (
        select id, created_at <= ${startedAt} and ${isAddressed(toBroadcast(row), startedAt)} as addressed
        from people where id > ${row.listed_to} order by id limit ${PAGE}),
      added as (
        insert into broadcast_recipients (broadcast_id, person_id, state, at)
        select ${id}::bigint, id, 'pending', ${clock.now()}::timestamptz from page where addressed returning 1)
      select count(*) as read, max(id) as last, (select count(*) from added) as added from page`.execute(trx);
    const page = rows[0] ?? { read: 0, last: null, added: 0 };
    await trx
      .updateTable('broadcasts')
      .set((old) => ({
        listed_to: page.last ?? row.listed_to,
        listed_all: page.read < PAGE,
        total: old('total', '+', page.added),
      }))
      .where('id', '=', id)
      .execute();
    return page.read > 0;
  });
}

async function finish({ database, clock }: BroadcastRunner, id: number, lease: string): Promise<boolean> {
  const row = await database.db
    .updateTable('broadcasts')
    .set({ state: 'done', ended_at: clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('lease', '=', lease)
    .where('listed_all', '=', true)
    .where((none) =>
      none.not(
        none.exists(
          none
            .selectFrom('broadcast_recipients')
            .where('broadcast_id', '=', id)
            .where('state', '=', 'pending'),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Who left or was blocked since the listing is passed over; who turns out to have left is marked. */
async function sendTo(
  { database, clock, sendBroadcast }: BroadcastRunner,
  personId: number,
  message: BroadcastMessage,
): Promise<SentBroadcast> {
  const person = await getPerson(database.db, personId);
  if (!person || person.botBlockedAt || person.bannedAt) return 'gone';
  const outcome = await sendBroadcast(personId, message);
  if (outcome === 'gone') await database.transaction((trx) => markBotBlocked(trx, personId, clock.now()));
  return outcome;
}

async function note(
  { database, clock }: BroadcastRunner,
  id: number,
  personId: number,
  outcome: 'pending' | 'sent' | 'gone' | 'failed' | 'unsure',
): Promise<void> {
  const counted = (state: string) => (state === outcome ? 1 : 0);
  await sql`
    with noted as (
      update broadcast_recipients set state = ${outcome}, at = ${clock.now()}
      where broadcast_id = ${id} and person_id = ${personId} and state = 'sending' returning 1)
    update broadcasts set sent = sent + ${counted('sent')}, gone = gone + ${counted('gone')},
      failed = failed + ${counted('failed')}, unsure = unsure + ${counted('unsure')}
    where id = ${id} and exists (select from noted)`.execute(database.db);
}
