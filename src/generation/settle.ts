import type { Updateable } from 'kysely';
import { capture, release } from '#ledger';
import type { Trx } from '#platform';
import { charge } from '#pricing';
import { returnFree } from './free-today.ts';
import { holdKey } from './hold-key.ts';
import type { GenerationState } from './states.ts';
import { type GenerationRow, move } from './store.ts';
import type { GenerationsTable } from './tables.ts';
import type { Failure } from './types.ts';

/** The result is with the person: the generation ends and its price becomes income, unless the hold went back before; the rest of it goes back. */
export async function settleDelivered(trx: Trx, id: string, at: Date): Promise<GenerationRow | undefined> {
  const row = await move(trx, id, 'succeeded', 'delivered', at, ended(at));
  if (row && !row.gift)
    await capture(trx, { key: holdKey(id), amount: charge(row.quote, row.kie_credits), at });
  return row;
}

/** It came to nothing: the generation ends and the hold goes back, in one transaction. */
export async function settleFailed(
  trx: Trx,
  id: string,
  from: GenerationState | readonly GenerationState[],
  failure: Failure,
  at: Date,
): Promise<GenerationRow | undefined> {
  const row = await move(trx, id, from, 'failed', at, { ...ended(at), failure: JSON.stringify(failure) });
  if (row) await giveBack(trx, row, failure.code, at);
  return row;
}

/** Withdrawn by the person while still in line. */
export async function settleCancelled(trx: Trx, id: string, at: Date): Promise<GenerationRow | undefined> {
  const row = await move(trx, id, 'queued', 'cancelled', at, ended(at));
  if (row) await giveBack(trx, row, 'cancelled', at);
  return row;
}

async function giveBack(trx: Trx, row: GenerationRow, reason: string, at: Date): Promise<void> {
  await release(trx, { key: holdKey(row.id), reason, at });
  await returnFree(trx, row, at);
}

function ended(at: Date): Omit<Updateable<GenerationsTable>, 'id' | 'state'> {
  return { finished_at: at, wake_at: null };
}
