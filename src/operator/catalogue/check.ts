import { AppError, type Db, defineJob, type Queue } from '#platform';
import type { CatalogueDiff } from '#registry';
import { act, type Done, type Ground } from '../act.ts';
import type { Order } from '../actor.ts';
import type { CatalogueChecksTable } from './tables.ts';

/** A wake-up: the rows say what is left to read. One at a time, over all processes. */
export const catalogueJob = defineJob<{ id: number }>('operator.catalogue', {
  policy: 'exclusive',
  concurrency: 1,
  retryLimit: 60,
  retryDelaySeconds: 5,
});

/** The registry held against kie.ai's catalogue, as far as it has come. */
export interface CatalogueCheck {
  id: number;
  state: CatalogueChecksTable['state'];
  begunAt: Date;
  endedAt: Date | null;
  /** Models read so far, of how many; 0 of 0 until the list is there and after the end. */
  read: number;
  total: number;
  /** What the last attempt failed of, in the client's words; null: all is well. */
  words: string | null;
}

/** What a check has found. */
export interface CatalogueReport extends CatalogueDiff {
  id: number;
  endedAt: Date;
}

/** @throws AppError `not-operator`, `catalogue-check-running` */
export async function beginCatalogueCheck(
  ground: Ground & { queue: Queue },
  order: Order,
): Promise<Done<{ id: number }>> {
  return act(ground, { ...order, code: 'catalogue-compared', subject: 'catalogue' }, async (trx, at) => {
    const begun = await trx
      .insertInto('catalogue_checks')
      .values({ state: 'running', begun_at: at })
      .onConflict((another) => another.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!begun) throw new AppError('catalogue-check-running', 'The catalogue is being compared already');
    await wakeCheck(ground.queue, trx, begun.id);
    return begun;
  });
}

/** Goes after the row that it is about, in the same transaction; a second one beside it is dropped. */
export async function wakeCheck(queue: Queue, db: Db, id: number): Promise<void> {
  await queue.send(db, catalogueJob, { id }, { singletonKey: 'one' });
}

/** Where the comparing stands. */
export interface CatalogueState {
  /** The last check begun; null: there was none. */
  check: CatalogueCheck | null;
  /** The check that the last report is of; null: none has come to its end. */
  reportId: number | null;
}

export async function catalogueState(db: Db): Promise<CatalogueState> {
  const checks = db.selectFrom('catalogue_checks').orderBy('id', 'desc').limit(1);
  const row = await checks
    .select(['id', 'state', 'begun_at as begunAt', 'ended_at as endedAt', 'words'])
    .executeTakeFirst();
  const report = await checks.where('state', '=', 'done').select('id').executeTakeFirst();
  const check = row ? { ...row, ...(await progress(db, row.id)) } : null;
  return { check, reportId: report?.id ?? null };
}

/** The last report that came to its end, however long ago. */
export async function newestReport(db: Db): Promise<CatalogueReport | null> {
  const row = await db
    .selectFrom('catalogue_checks')
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .select(['id', 'ended_at as endedAt', 'report'])
    .executeTakeFirst();
  return row?.report && row.endedAt ? { ...row.report, id: row.id, endedAt: row.endedAt } : null;
}

async function progress(db: Db, id: number): Promise<{ read: number; total: number }> {
  const rows = await db
    .selectFrom('catalogue_readings')
    .where('check_id', '=', id)
    .where('state', '<>', 'listed')
    .groupBy('state')
    .select((of) => ['state', of.fn.countAll<number>().as('count')])
    .execute();
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { read: count('read'), total: count('read') + count('wanted') };
}
