import { sql } from 'kysely';
import { AppError, assertTransaction, type Trx } from '#platform';
import { personAccount } from './accounts.ts';
import { assertAmount, assertSameDeed, balanceTooLow, openAccount, transferByKey } from './transfers.ts';

export interface Hold {
  /** Names the deed; the same key twice holds once. */
  key: string;
  personId: number;
  /** Whole credits, 0 or more. */
  amount: number;
  /** What the person reads in the statement, e.g. the model's name. */
  memo: string;
  at: Date;
}

/**
 * Sets credits of a person aside until {@link capture} or {@link release} with the same key.
 * One statement when all goes well.
 *
 * @returns 'already' when this key has been held before, even if it is settled by now
 * @throws AppError `balance-too-low` { needed, available, missing }
 */
export async function hold(trx: Trx, request: Hold): Promise<'held' | 'already'> {
  assertTransaction(trx);
  assertAmount(request.amount, 0);
  if (await insertHold(trx, request)) return 'held';
  const account = await openAccount(trx, request.personId);
  const existing = await transferByKey(trx, request.key);
  if (existing) {
    assertSameDeed(existing, { kind: 'spend', personId: request.personId, amount: request.amount });
    return 'already';
  }
  if (account.available < request.amount) throw balanceTooLow(request.amount, account.available);
  if (await insertHold(trx, request)) return 'held';
  throw new Error(`ledger: hold ${request.key} found neither its account nor its key`);
}

async function insertHold(trx: Trx, { key, personId, amount, memo, at }: Hold): Promise<boolean> {
  const { rows } = await sql`
    WITH account AS (
      SELECT balance - held AS available FROM ledger_accounts WHERE person_id = ${personId} FOR NO KEY UPDATE
    )
    INSERT INTO ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
    SELECT ${key}, 'pending', ${personId}::bigint, ${personAccount(personId)}, 'income', ${amount}::bigint,
           'spend', ${memo}, ${at}::timestamptz
    FROM account WHERE account.available >= ${amount}::bigint
    ON CONFLICT (key) WHERE pending_id IS NULL DO NOTHING
    RETURNING id`.execute(trx);
  return rows.length === 1;
}

/**
 * Sets the price of something free aside: the grants pay it, the person holds nothing. {@link capture} and
 * {@link release} settle it as any other hold.
 *
 * @returns 'already' when this key has been held before, even if it is settled by now
 */
export async function holdFree(trx: Trx, request: Hold): Promise<'held' | 'already'> {
  assertTransaction(trx);
  const { key, personId, amount, memo, at } = request;
  assertAmount(amount, 0);
  await openAccount(trx, personId);
  const existing = await transferByKey(trx, key);
  if (existing) {
    assertSameDeed(existing, { kind: 'free', personId, amount });
    return 'already';
  }
  await sql`
    INSERT INTO ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
    VALUES (${key}, 'pending', ${personId}, 'grants', 'income', ${amount}, 'free', ${memo}, ${at})`.execute(
    trx,
  );
  return 'held';
}

/**
 * Takes held credits for good: all of them, or `amount` of them, and the rest goes back.
 *
 * @throws AppError `hold-already-released`
 */
export async function capture(
  trx: Trx,
  { key, amount, at }: { key: string; amount?: number; at: Date },
): Promise<'captured' | 'already'> {
  assertTransaction(trx);
  if (amount !== undefined) assertAmount(amount, 0);
  if (await settle(trx, { key, phase: 'posted', amount: amount ?? null, memo: '', at })) return 'captured';
  const outcome = await settlementOf(trx, key);
  if (outcome.phase === 'voided') {
    throw new AppError('hold-already-released', `Hold ${key} has been released, so it cannot be captured`);
  }
  if (outcome.phase === null) {
    throw new Error(`ledger: ${amount} credits cannot be captured, hold ${key} is of ${outcome.held}`);
  }
  return 'already';
}

/**
 * Gives held credits back; `reason` says why, for the audit.
 *
 * @throws AppError `hold-already-captured`
 */
export async function release(
  trx: Trx,
  { key, reason, at }: { key: string; reason: string; at: Date },
): Promise<'released' | 'already'> {
  assertTransaction(trx);
  if (reason === '') throw new Error(`ledger: hold ${key} needs a reason for its release`);
  if (await settle(trx, { key, phase: 'voided', amount: null, memo: reason, at })) return 'released';
  const outcome = await settlementOf(trx, key);
  if (outcome.phase === 'posted') {
    throw new AppError('hold-already-captured', `Hold ${key} has been captured, so it cannot be released`);
  }
  return 'already';
}

interface Settlement {
  key: string;
  phase: 'posted' | 'voided';
  /** null: all of it. */
  amount: number | null;
  memo: string;
  at: Date;
}

/** Locks the account first, as every movement does, so that two of them never wait for each other. */
async function settle(trx: Trx, { key, phase, amount, memo, at }: Settlement): Promise<boolean> {
  const { rows } = await sql`
    WITH hold AS (
      SELECT t.* FROM ledger_transfers t JOIN ledger_accounts a ON a.person_id = t.person_id
      WHERE t.key = ${key} AND t.pending_id IS NULL AND t.phase = 'pending'
      FOR NO KEY UPDATE OF a
    )
    INSERT INTO ledger_transfers
      (key, phase, pending_id, person_id, from_account, to_account, amount, kind, memo, at)
    SELECT key, ${phase}, id, person_id, from_account, to_account, coalesce(${amount}::bigint, amount), kind,
           ${memo}, ${at}::timestamptz
    FROM hold WHERE coalesce(${amount}::bigint, amount) <= amount
    ON CONFLICT (pending_id) DO NOTHING
    RETURNING id`.execute(trx);
  return rows.length === 1;
}

async function settlementOf(
  trx: Trx,
  key: string,
): Promise<{ held: number; phase: 'pending' | 'posted' | 'voided' | null }> {
  const row = await trx
    .selectFrom('ledger_transfers as held')
    .leftJoin('ledger_transfers as settled', 'settled.pending_id', 'held.id')
    .where('held.key', '=', key)
    .where('held.phase', '=', 'pending')
    .select(['held.amount as held', 'settled.phase'])
    .executeTakeFirst();
  if (!row) throw new Error(`ledger: there is no hold ${key}`);
  return row;
}
