import { sql } from 'kysely';
import { KieError } from '#kie';
import { AppError, type Db, type Trx } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failure } from './failure.ts';
import { sendReport, startJob } from './jobs.ts';
import { settleFailed } from './settle.ts';
import { findRow, findTaskOwner, type GenerationRow, move } from './store.ts';

/** A generation whose paid POST got no answer, with all that is known. */
export interface UncertainPurchase {
  id: string;
  personId: number;
  firstName: string;
  username: string | null;
  modelId: string;
  /** On hold, in credits. */
  credits: number;
  /** What kie.ai would have taken by the price list. */
  kieCredits: number;
  /** When the POST was about to be sent; compare with the log of the account at kie.ai. */
  submittedAt: Date;
  /** When it is released by itself unless somebody resolves it. */
  releasedAt: Date;
  /** Task ids that callbacks with the right secret brought, and that could not be adopted so far. */
  callbackTaskIds: string[];
}

/** What is uncertain now, oldest first. */
export async function listUncertain(db: Db): Promise<UncertainPurchase[]> {
  const rows = await db
    .selectFrom('generations as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .where('g.state', '=', 'uncertain')
    .select(['g.id', 'g.person_id', 'p.first_name', 'p.username', 'g.model_id', 'g.credits', 'g.quote'])
    .select(['g.submitted_at', 'g.created_at', 'g.wake_at'])
    .orderBy('g.created_at')
    .execute();
  const callbacks = await callbackTaskIds(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    firstName: row.first_name,
    username: row.username,
    modelId: row.model_id,
    credits: row.credits,
    kieCredits: row.quote.kieCredits,
    submittedAt: row.submitted_at ?? row.created_at,
    releasedAt: row.wake_at ?? row.created_at,
    callbackTaskIds: callbacks.get(row.id) ?? [],
  }));
}

/** The queue remembers what callbacks claimed; before its first start it has no tables. */
async function callbackTaskIds(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { rows: known } = await sql<{
    jobs: string | null;
  }>`select to_regclass('pgboss.job')::text as jobs`.execute(db);
  if (ids.length === 0 || known[0]?.jobs == null) return new Map();
  const { rows } = await sql<{ id: string; tasks: string[] }>`
    select data->>'id' as id, array_agg(distinct data->>'taskId') as tasks from pgboss.job
    where name like 'generation.record%' and data->>'id' = any(${[...ids]}) and data->>'taskId' is not null
    group by 1`.execute(db);
  return new Map(rows.map(({ id, tasks }) => [id, tasks]));
}

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'kie'>;

/** A task of kie.ai that fits a purchase. */
export interface PurchasedTask {
  taskId: string;
}

/**
 * Asks kie.ai for the task with our key, and whether it may be what this purchase bought.
 *
 * @throws AppError `not-uncertain`, `task-belongs-elsewhere` (another generation has it, or it is of another model),
 * `task-not-readable` (kie.ai does not know it or does not answer)
 */
export async function findPurchasedTask(slice: Slice, id: string, taskId: string): Promise<PurchasedTask> {
  const { db } = slice.database;
  const row = await findRow(db, id);
  if (row?.state !== 'uncertain') throw notUncertain(id, row);
  const owner = await findTaskOwner(db, taskId);
  if (owner) throw elsewhere(taskId, `it is the task of generation ${owner.id}`);
  const task = await slice.kie.getTask(taskId).catch((cause: unknown) => {
    if (!(cause instanceof KieError)) throw cause;
    throw new AppError('task-not-readable', `kie.ai, asked for ${taskId}: ${cause.message}`, {
      values: { taskId },
      cause,
    });
  });
  if (task.model !== '' && task.model !== row.model_id) throw elsewhere(taskId, 'it is of another model');
  return { taskId };
}

/** The purchase is this task; the generation goes on as if its answer had come. @throws AppError `not-uncertain` */
export async function attachTask(
  { clock }: Slice,
  trx: Trx,
  id: string,
  { taskId }: PurchasedTask,
): Promise<void> {
  const row = await findRow(trx, id);
  const now = clock.now();
  const found = { task_id: taskId, started_at: row?.submitted_at ?? now, wake_at: now };
  if (!(await move(trx, id, 'uncertain', 'running', now, found))) throw notUncertain(id, row);
}

/**
 * Nothing was bought, or nobody will ever know: the hold goes back. `reason` is kept for the operator.
 *
 * @throws AppError `not-uncertain`
 */
export async function releasePurchase(
  { queue, clock }: Slice,
  trx: Trx,
  id: string,
  reason: string,
): Promise<void> {
  const why = { ...failure('never-confirmed'), providerMessage: reason };
  const released = await settleFailed(trx, id, 'uncertain', why, clock.now());
  if (!released) throw notUncertain(id, await findRow(trx, id));
  await sendReport(queue, trx, id);
}

/**
 * Back into the line, to be bought once more. When the first purchase did happen, kie.ai is paid twice for it; the
 * person is charged once either way.
 *
 * @throws AppError `not-uncertain`
 */
export async function retryPurchase({ queue, clock }: Slice, trx: Trx, id: string): Promise<void> {
  const now = clock.now();
  const again = { submitted_at: null, wake_at: now };
  if (!(await move(trx, id, 'uncertain', 'queued', now, again)))
    throw notUncertain(id, await findRow(trx, id));
  await queue.send(trx, startJob, {});
  await sendReport(queue, trx, id);
}

function notUncertain(id: string, row: GenerationRow | undefined): AppError<'not-uncertain'> {
  const where = row ? `is ${row.state}, not uncertain` : 'does not exist';
  return new AppError('not-uncertain', `Generation ${id} ${where}`);
}

function elsewhere(taskId: string, why: string): AppError<'task-belongs-elsewhere'> {
  return new AppError('task-belongs-elsewhere', `Task ${taskId} cannot be attached: ${why}`);
}
