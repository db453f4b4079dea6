import type { Trx } from '#platform';
import type { GenerationConfig } from './collaborators.ts';
import { firstInLine } from './line.ts';
import { lockWindow } from './provider-window.ts';
import { type GenerationRow, moveAll } from './store.ts';

/** Longer than any createTask call may take (30 s): whoever wrote `submitting` before that is dead. */
export const submittingLimitMs = 45_000;

/**
 * Takes free calls of the account and gives them to those whose turn it is, at most `most`: their generations are
 * `submitting` from then on. The lock of the window makes all replicas do this one after the other, so the time is
 * read under it. Empty when nobody waits; a number says how many ms to wait for a call.
 */
export async function takeTurns(
  trx: Trx,
  limit: GenerationConfig['providerLimit'],
  readTime: () => Date,
  most: number,
): Promise<GenerationRow[] | number> {
  const window = await lockWindow(trx, limit, readTime);
  const { now } = window;
  const next = await firstInLine(trx, now, Math.max(1, Math.min(most, window.free)));
  if (next.length === 0) return [];
  if (window.free === 0) return window.waitMs;
  const rows = await moveAll(trx, next, 'queued', 'submitting', now, {
    submitted_at: now,
    wake_at: new Date(now.getTime() + submittingLimitMs),
  });
  await window.take(rows.length);
  await rememberServed(trx, rows, now);
  return rows;
}

async function rememberServed(trx: Trx, rows: readonly GenerationRow[], now: Date): Promise<void> {
  const people = [...new Set(rows.map(({ person_id }) => person_id))];
  if (people.length === 0) return;
  await trx
    .insertInto('turns')
    .values(people.map((person_id) => ({ person_id, served_at: now })))
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ served_at: now }))
    .execute();
}
