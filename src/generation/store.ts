import { randomBytes } from 'node:crypto';
import { type Selectable, sql, type Updateable } from 'kysely';
import { type Db, measure, type Trx } from '#platform';
import { charge } from '#pricing';
import { type GenerationState, moves } from './states.ts';
import type { GenerationsTable } from './tables.ts';
import type { Generation } from './types.ts';

export type GenerationRow = Selectable<GenerationsTable>;

/** 12 URL-safe characters that nobody can guess; short enough for a button's 64 bytes. */
export function newId(): string {
  return randomBytes(9).toString('base64url');
}

export function toGeneration(row: GenerationRow): Generation {
  return {
    id: row.id,
    key: row.key,
    personId: row.person_id,
    chatId: row.chat_id,
    replyTo: row.reply_to,
    threadId: row.thread_id,
    modelId: row.model_id,
    input: row.input,
    quote: row.quote,
    price: charge(row.quote, row.kie_credits),
    free: row.free || row.gift,
    quiet: row.quiet,
    state: row.state,
    taskId: row.task_id,
    failure: row.failure,
    result: row.result,
    statusMessageId: row.status_message_id,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

export async function findRow(db: Db, id: string): Promise<GenerationRow | undefined> {
  return db.selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The same once whoever is moving it has committed. */
export async function findSettledRow(db: Db, id: string): Promise<GenerationRow | undefined> {
  return db.selectFrom('generations').selectAll().where('id', '=', id).forShare().executeTakeFirst();
}

export async function findRowByKey(db: Db, key: string): Promise<GenerationRow | undefined> {
  return db.selectFrom('generations').selectAll().where('key', '=', key).executeTakeFirst();
}

/** The generation that a task of kie.ai belongs to. */
export async function findTaskOwner(db: Db, taskId: string): Promise<GenerationRow | undefined> {
  return db.selectFrom('generations').selectAll().where('task_id', '=', taskId).executeTakeFirst();
}

/**
 * Moves a generation from the state it is expected in, and adds the move to its story. Undefined when it was elsewhere: somebody was
 * faster, and the caller stops. A lease on the state that it leaves ends with it. A move that the table of states
 * does not know is a programming error.
 */
export async function move(
  db: Db | Trx,
  id: string,
  ...how: MoveArguments
): Promise<GenerationRow | undefined> {
  const [moved] = await moveAll(db, [id], ...how);
  return moved;
}

type MoveArguments = [
  from: GenerationState | readonly GenerationState[],
  to: GenerationState,
  at: Date,
  changes: Omit<Updateable<GenerationsTable>, 'id' | 'state'>,
];

/** The same for several at once: answers those that moved, in the order of `ids`. */
export async function moveAll(
  db: Db | Trx,
  ids: readonly string[],
  ...[from, to, at, changes]: MoveArguments
): Promise<GenerationRow[]> {
  const expected = typeof from === 'string' ? [from] : from;
  for (const state of expected) assertLegal(state, to);
  const order = sql`array_position(${[...ids]}::text[], moved.id)`;
  const rows = await db
    .with('moved', (cte) =>
      cte
        .updateTable('generations')
        .set({ ...changes, state: to, leased_until: null })
        .where('id', 'in', ids)
        .where('state', 'in', expected)
        .returningAll(),
    )
    .with('told', (cte) =>
      cte
        .insertInto('moves')
        .columns(['generation_id', 'state', 'at'])
        .expression((story) =>
          story
            .selectFrom('moved')
            .select(['moved.id', 'moved.state', sql<Date>`${at}::timestamptz`.as('at')])
            .orderBy(order),
        ),
    )
    .selectFrom('moved')
    .selectAll()
    .orderBy(order)
    .execute();
  for (const { id } of rows) measure({ of: 'generation', label: to, id });
  return rows;
}

/** The states a generation has been in, in order. */
export async function story(db: Db, id: string): Promise<{ state: GenerationState; at: Date }[]> {
  return db
    .selectFrom('moves')
    .select(['state', 'at'])
    .where('generation_id', '=', id)
    .orderBy('id')
    .execute();
}

function assertLegal(from: GenerationState, to: GenerationState): void {
  const legal: readonly string[] = moves[from];
  if (!legal.includes(to)) throw new Error(`A generation never moves from ${from} to ${to}`);
}

/** Changes a row without moving it, only while it is in `state`. */
export async function touch(
  db: Db | Trx,
  id: string,
  state: GenerationState,
  changes: Omit<Updateable<GenerationsTable>, 'id' | 'state'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('generations')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
