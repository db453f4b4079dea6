import type { Db } from '#platform';
import type { TransferKind } from './accounts.ts';

export interface Balance {
  /** What can be spent now. */
  available: number;
  /** What is set aside for work in progress. */
  held: number;
}

/** A person's credits; zeros for somebody who never had any. */
export async function balance(db: Db, personId: number): Promise<Balance> {
  return (await balances(db, [personId])).get(personId) ?? { available: 0, held: 0 };
}

/** The same for several people in one read; who never had any is not there. */
export async function balances(db: Db, personIds: readonly number[]): Promise<ReadonlyMap<number, Balance>> {
  const rows = await db
    .selectFrom('ledger_accounts')
    .where('person_id', 'in', personIds)
    .select((eb) => ['person_id', eb('balance', '-', eb.ref('held')).as('available'), 'held'])
    .execute();
  return new Map(rows.map(({ person_id, ...owned }) => [person_id, owned]));
}

export interface StatementEntry {
  /** The page's `before`. */
  id: number;
  key: string;
  /** What it was for, e.g. `spend`, `stars`, `promo`. */
  kind: TransferKind;
  memo: string;
  /** `pending`: still held · `posted`: moved · `voided`: held and given back. */
  state: 'pending' | 'posted' | 'voided';
  /** Credits: positive came in, negative went out (or is held, or was held before it came back); 0 for a `free` one. */
  amount: number;
  at: Date;
}

/** A person's movements, newest first; a hold and its settlement are one entry. */
export async function statement(
  db: Db,
  personId: number,
  { limit, before }: { limit: number; before?: number },
): Promise<StatementEntry[]> {
  const rows = await db
    .selectFrom('ledger_transfers as t')
    .leftJoin('ledger_transfers as s', 's.pending_id', 't.id')
    .where('t.person_id', '=', personId)
    .where('t.pending_id', 'is', null)
    .$if(before !== undefined, (query) => query.where('t.id', '<', before ?? 0))
    .orderBy('t.id', 'desc')
    .limit(limit)
    .select(['t.id', 't.key', 't.kind', 't.memo', 't.phase', 't.to_account', 't.amount', 't.at'])
    .select(['s.phase as settledPhase', 's.amount as settledAmount'])
    .execute();
  return rows.map(({ phase, settledPhase, settledAmount, to_account, amount, ...entry }) => {
    const credits = entry.kind === 'free' ? 0 : (settledAmount ?? amount);
    return {
      ...entry,
      state: settledPhase ?? phase,
      amount: to_account.startsWith('person:') ? credits : 0 - credits,
    };
  });
}
