import { AppError, type Trx } from '#platform';
import type { TransferKind } from './accounts.ts';

/** Credits are whole numbers; anything else is a mistake of the caller. */
export function assertAmount(amount: number, least: 0 | 1): void {
  if (!Number.isSafeInteger(amount) || amount < least) {
    throw new RangeError(`ledger: an amount is a whole number from ${least} on, not ${amount}`);
  }
}

export function balanceTooLow(needed: number, available: number): AppError<'balance-too-low'> {
  const missing = needed - available;
  return new AppError('balance-too-low', `${needed} credits needed, ${available} available`, {
    values: { needed, available, missing },
  });
}

/** Locks a person's account, opening an empty one for somebody new; every movement begins here. */
export async function openAccount(trx: Trx, personId: number): Promise<{ available: number }> {
  const found = await lockAccount(trx, personId);
  if (found) return found;
  await trx
    .insertInto('ledger_accounts')
    .values({ person_id: personId })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  const opened = await lockAccount(trx, personId);
  if (!opened) throw new Error(`ledger: account of ${personId} could not be opened`);
  return opened;
}

async function lockAccount(trx: Trx, personId: number): Promise<{ available: number } | undefined> {
  return trx
    .selectFrom('ledger_accounts')
    .where('person_id', '=', personId)
    .select((eb) => eb('balance', '-', eb.ref('held')).as('available'))
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export interface Deed {
  kind: TransferKind;
  personId: number;
  amount: number;
}

export async function transferByKey(trx: Trx, key: string): Promise<(Deed & { key: string }) | undefined> {
  return trx
    .selectFrom('ledger_transfers')
    .where('key', '=', key)
    .where('pending_id', 'is', null)
    .select(['key', 'kind', 'person_id as personId', 'amount'])
    .executeTakeFirst();
}

/** A key names one deed: reusing it for another one is a mistake that must not pass as "already". */
export function assertSameDeed(existing: Deed & { key: string }, wanted: Deed): void {
  const same =
    existing.kind === wanted.kind &&
    existing.personId === wanted.personId &&
    existing.amount === wanted.amount;
  if (!same) throw new Error(`ledger: key ${existing.key} already names another transfer`);
}
