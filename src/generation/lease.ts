import type { Collaborators } from './collaborators.ts';
import type { GenerationState } from './states.ts';
import { type GenerationRow, touch } from './store.ts';

type Slice = Pick<Collaborators, 'database' | 'clock' | 'log'>;

/** A dead process frees its work after this long; a living one renews in time. */
export const leaseMs = 15_000;

/**
 * Runs `work` on a generation in this state if nobody else does; the lease is renewed until the work ends. It ends
 * with the state, too ({@link move}).
 */
export async function withLease(
  slice: Slice,
  id: string,
  state: GenerationState,
  work: (row: GenerationRow) => Promise<void>,
): Promise<void> {
  const row = await take(slice, id, state);
  if (!row) return;
  const done = new AbortController();
  const renewal = renewUntil(slice, row, done.signal);
  try {
    await work(row);
  } finally {
    done.abort();
    await renewal;
  }
}

async function take(
  { database, clock }: Slice,
  id: string,
  state: GenerationState,
): Promise<GenerationRow | undefined> {
  const now = clock.now();
  return database.db
    .updateTable('generations')
    .set({ leased_until: until(now), wake_at: until(now) })
    .where('id', '=', id)
    .where('state', '=', state)
    .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst();
}

async function renewUntil(
  { database, clock, log }: Slice,
  { id, state }: GenerationRow,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const waited = await clock.sleep(leaseMs / 3, signal).then(
      () => true,
      () => false,
    );
    if (!waited) return;
    const renewed = until(clock.now());
    await touch(database.db, id, state, { leased_until: renewed, wake_at: renewed }).catch((err: unknown) =>
      log.warn({ generation: id, err }, 'A lease could not be renewed'),
    );
  }
}

function until(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
