import type { Updateable } from 'kysely';
import { capture, release } from '#ledger';
import type { Trx } from '#platform';
import { charge } from '#pricing';
import type { GenerationState } from './states.ts';
import { type GenerationRow, move } from './store.ts';
import type { GenerationsTable } from './tables.ts';
import type { Failure } from './types.ts';

/** Names the hold of a generation in the ledger. */
export function holdKey(generationId: string): string {
  return `generation:${generationId}`;
}

/** The result is with the person: the generation ends and its price becomes income, in one transaction; the rest of the hold goes back. */
export async function settleDelivered(trx: Trx, id: string, at: Date): Promise<GenerationRow | undefined> {
  const row = await move(trx, id, 'succeeded', 'delivered', at, ended(at));
  if (row) await capture(trx, { key: holdKey(id), amount: charge(row.quote, row.kie_credits), at });
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
  if (row) await release(trx, { key: holdKey(id), reason: failure.code, at });
  return row;
}

/** Withdrawn by the person while still in line. */
export async function settleCancelled(trx: Trx, id: string, at: Date): Promise<GenerationRow | undefined> {
  const row = await move(trx, id, 'queued', 'cancelled', at, ended(at));
  if (row) await release(trx, { key: holdKey(id), reason: 'cancelled', at });
  return row;
}

function ended(at: Date): Omit<Updateable<GenerationsTable>, 'id' | 'state'> {
  return { finished_at: at, wake_at: null, leased_until: null };
}
