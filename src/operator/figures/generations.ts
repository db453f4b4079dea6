import { sql } from 'kysely';
import type { Failure, GenerationState, Part, Result } from '#generation';
import type { TransferKind } from '#ledger';
import { AppError, type Db } from '#platform';
import type { Quote } from '#pricing';
import { type Page, type PageOrder, pageOf, readPlace } from './page.ts';

export interface GenerationRow {
  id: string;
  personId: number;
  firstName: string;
  modelId: string;
  state: GenerationState;
  credits: number;
  /** What kie.ai took; null while it has not said. */
  kieCredits: number | null;
  free: boolean;
  failureCode: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface GenerationsOrder extends PageOrder {
  state?: GenerationState | 'open' | undefined;
  modelId?: string | undefined;
  personId?: number | undefined;
}

/** Written out for the indexes over some states; a list of values would hide which states are meant. */
const stateIs: Record<NonNullable<GenerationsOrder['state']>, string> = {
  open: `state = any (array['queued', 'submitting', 'uncertain', 'running', 'succeeded'])`,
  ...{ queued: `state = 'queued'`, submitting: `state = 'submitting'`, uncertain: `state = 'uncertain'` },
  ...{ running: `state = 'running'`, succeeded: `state = 'succeeded'`, delivered: `state = 'delivered'` },
  failed: `state in ('failed', 'cancelled') and state = 'failed'`,
  cancelled: `state in ('failed', 'cancelled') and state = 'cancelled'`,
};

/** Generations, what was ordered last first. A name is one look by its key: a join may read all people. */
export async function generationsPage(
  db: Db,
  { after, limit, state, modelId, personId }: GenerationsOrder,
): Promise<Page<GenerationRow>> {
  const place = after === undefined ? null : readPlace(after);
  const wanted = [
    ...(state === undefined ? [] : [sql`${sql.raw(stateIs[state])}`]),
    ...(modelId === undefined ? [] : [sql`model_id = ${modelId}`]),
    ...(personId === undefined ? [] : [sql`person_id = ${personId}`]),
    ...(place === null ? [] : [sql`(created_at, id) < (${place.at}::timestamptz, ${place.key}::text)`]),
  ];
  const { rows } = await sql<GenerationRow>`
    select g.id, g.person_id as "personId", (select first_name from people where id = g.person_id) as "firstName",
      g.model_id as "modelId", g.state, g.credits,
      g.kie_credits as "kieCredits", g.free or g.gift as free, g.failure->>'code' as "failureCode",
      g.created_at as "createdAt", g.finished_at as "finishedAt"
    from (select * from generations ${wanted.length === 0 ? sql`` : sql`where ${sql.join(wanted, sql` and `)}`}
          order by created_at desc, id desc limit ${limit + 1}) as g
    order by g.created_at desc, g.id desc`.execute(db);
  return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, key: id }));
}

/** A line of the ledger. */
export interface LedgerLine {
  id: number;
  phase: 'pending' | 'posted' | 'voided';
  from: string;
  to: string;
  amount: number;
  kind: TransferKind;
  memo: string;
  at: Date;
}

/** All that is known of one generation. */
export interface GenerationStory extends GenerationRow {
  input: Record<string, unknown>;
  quote: Quote;
  taskId: string | null;
  attempts: number;
  failure: Failure | null;
  result: Result | null;
  moves: { state: GenerationState; at: Date }[];
  parts: (Pick<Part, 'index' | 'state' | 'items' | 'sent'> & { sentAgain: number })[];
  ledger: LedgerLine[];
}

/** @throws AppError `generation-not-found` */
export async function generationStory(db: Db, id: string): Promise<GenerationStory> {
  const row = await db
    .selectFrom('generations as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .where('g.id', '=', id)
    .select([
      'g.id',
      'g.person_id as personId',
      'p.first_name as firstName',
      'g.model_id as modelId',
      'g.state',
    ])
    .select(['g.credits', 'g.kie_credits as kieCredits', 'g.created_at as createdAt'])
    .select([
      'g.finished_at as finishedAt',
      'g.input',
      'g.quote',
      'g.task_id as taskId',
      'g.attempts',
      'g.failure',
    ])
    .select(['g.result', sql<boolean>`g.free or g.gift`.as('free')])
    .executeTakeFirst();
  if (!row) throw new AppError('generation-not-found', `There is no generation ${id}`);
  const moves = await db
    .selectFrom('moves')
    .where('generation_id', '=', id)
    .orderBy('id')
    .select(['state', 'at'])
    .execute();
  const parts = await db
    .selectFrom('parts')
    .where('generation_id', '=', id)
    .orderBy('index')
    .select(['index', 'state', 'items', 'sent', 'sent_again as sentAgain'])
    .execute();
  const { failure } = row;
  return { ...row, failureCode: failure?.code ?? null, moves, parts, ledger: await ledgerOf(db, id) };
}

/** The hold and what became of it. */
async function ledgerOf(db: Db, id: string): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    with held as (select * from ledger_transfers where key = ${`generation:${id}`} and pending_id is null)
    select t.id, t.phase, t.from_account as "from", t.to_account as "to", t.amount, t.kind, t.memo, t.at
    from (select * from held union all
          select s.* from ledger_transfers s where s.pending_id in (select h.id from held h)) as t
    order by t.id`.execute(db);
  return rows;
}
