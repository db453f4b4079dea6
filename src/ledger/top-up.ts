import { sql } from 'kysely';
import { assertTransaction, type Trx } from '#platform';
import {
  personAccount,
  type TopUpSource,
  topUpAccounts,
  type WithdrawReason,
  withdrawAccounts,
} from './accounts.ts';
import { assertAmount, assertSameDeed, balanceTooLow, openAccount, transferByKey } from './transfers.ts';

export interface TopUp {
  /** Names the deed, e.g. `stars:<charge id>`; the same key twice credits once. */
  key: string;
  personId: number;
  /** Whole credits, at least 1. */
  amount: number;
  source: TopUpSource;
  memo: string;
  at: Date;
}

/**
 * Gives credits to a person, once per key. Opens the account of somebody new.
 */
export async function topUp(trx: Trx, request: TopUp): Promise<'posted' | 'already'> {
  assertTransaction(trx);
  const { key, personId, amount, source, memo, at } = request;
  assertAmount(amount, 1);
  await openAccount(trx, personId);
  const existing = await transferByKey(trx, key);
  if (existing) {
    assertSameDeed(existing, { kind: source, personId, amount });
    return 'already';
  }
  await sql`
    INSERT INTO ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
    VALUES (${key}, 'posted', ${personId}, ${topUpAccounts[source]}, ${personAccount(personId)}, ${amount},
            ${source}, ${memo}, ${at})`.execute(trx);
  return 'posted';
}

export interface Withdrawal {
  key: string;
  personId: number;
  amount: number;
  reason: WithdrawReason;
  memo: string;
  at: Date;
  /** Take what is there when it is less than `amount`, instead of refusing. */
  allowPartial?: boolean;
}

/**
 * Takes available credits from a person, once per key; what is held stays held.
 *
 * @returns how many credits were taken, now or the first time
 * @throws AppError `balance-too-low` { needed, available, missing } unless `allowPartial`
 */
export async function withdraw(
  trx: Trx,
  request: Withdrawal,
): Promise<{ outcome: 'posted' | 'already'; withdrawn: number }> {
  assertTransaction(trx);
  const { key, personId, amount, reason, memo, at } = request;
  assertAmount(amount, 0);
  const { available } = await openAccount(trx, personId);
  const existing = await transferByKey(trx, key);
  if (existing) {
    assertSameDeed({ ...existing, amount }, { kind: reason, personId, amount });
    return { outcome: 'already', withdrawn: existing.amount };
  }
  if (available < amount && !request.allowPartial) throw balanceTooLow(amount, available);
  const withdrawn = Math.min(available, amount);
  await sql`
    INSERT INTO ledger_transfers (key, phase, person_id, from_account, to_account, amount, kind, memo, at)
    VALUES (${key}, 'posted', ${personId}, ${personAccount(personId)}, ${withdrawAccounts[reason]},
            ${withdrawn}, ${reason}, ${memo}, ${at})`.execute(trx);
  return { outcome: 'posted', withdrawn };
}
