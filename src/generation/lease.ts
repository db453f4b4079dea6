import type { Collaborators } from './collaborators.ts';
import type { GenerationState } from './states.ts';
import { type GenerationRow, touch } from './store.ts';

/** A dead process frees its work after this long; a living one renews in time. */
export const leaseMs = 15_000;

/** Who works on a generation does so alone, in this process and in all others. */
export interface Leases {
  /**
   * Runs `work` on a generation in this state if nobody else does; the lease is renewed until the work ends. It ends
   * with the state, too ({@link move}).
   */
  hold(id: string, state: GenerationState, work: (row: GenerationRow) => Promise<void>): Promise<void>;
}

export function createLeases({
  database: { db },
  clock,
  log,
}: Pick<Collaborators, 'database' | 'clock' | 'log'>): Leases {
  /** A clock that is set forward ends the leases in the rows, but not the work that goes on here. */
  const ours = new Set<string>();

  async function take(id: string, state: GenerationState): Promise<GenerationRow | undefined> {
    const now = clock.now();
    return db
      .updateTable('generations')
      .set({ leased_until: until(now), wake_at: until(now) })
      .where('id', '=', id)
      .where('state', '=', state)
      .where((free) => free.or([free('leased_until', 'is', null), free('leased_until', '<=', now)]))
      .returningAll()
      .executeTakeFirst();
  }

  async function renewUntil({ id, state }: GenerationRow, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waited = await clock.sleep(leaseMs / 3, signal).then(
        () => true,
        () => false,
      );
      if (!waited) return;
      const renewed = until(clock.now());
      await touch(db, id, state, { leased_until: renewed, wake_at: renewed }).catch((err: unknown) =>
        log.warn({ generation: id, err }, 'A lease could not be renewed'),
      );
    }
  }

  async function renewWhile(row: GenerationRow, work: (row: GenerationRow) => Promise<void>): Promise<void> {
    const done = new AbortController();
    const renewal = renewUntil(row, done.signal);
    try {
      await work(row);
    } finally {
      done.abort();
      await renewal;
    }
  }

  return {
    async hold(id, state, work) {
      if (ours.has(id)) return;
      ours.add(id);
      try {
        const row = await take(id, state);
        if (row) await renewWhile(row, work);
      } finally {
        ours.delete(id);
      }
    },
  };
}

function until(now: Date): Date {
  return new Date(now.getTime() + leaseMs);
}
