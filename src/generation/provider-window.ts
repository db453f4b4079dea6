import type { Trx } from '#platform';
import type { GenerationConfig } from './collaborators.ts';

type Limit = GenerationConfig['providerLimit'];

/** kie.ai counts on arrival, we on departure: the window is stretched by what two calls may differ. */
const jitterMs = 150;

/** The account's createTask calls as they stand while the lock is held. */
export interface Window {
  now: Date;
  /** Calls that may leave now. */
  free: number;
  /** Milliseconds until one may leave; 0 when one may already. */
  waitMs: number;
  /** Writes down that so many leave now. */
  take(calls: number): Promise<void>;
}

/**
 * Locks the account's window, for all replicas together, until the transaction ends. The time is read once the
 * lock is there: whoever waited for it must not count from before.
 */
export async function lockWindow(trx: Trx, limit: Limit, readTime: () => Date): Promise<Window> {
  const { taken } = await trx
    .selectFrom('provider_window')
    .select('taken')
    .where('name', '=', 'createTask')
    .forUpdate()
    .executeTakeFirstOrThrow();
  const now = readTime();
  const recent = within(taken, limit, now);
  return {
    now,
    free: Math.max(0, limit.calls - recent.length),
    waitMs: waitFor(recent, limit, now),
    take: (calls) => write(trx, [...recent, ...Array.from({ length: calls }, () => now)]),
  };
}

async function write(trx: Trx, taken: Date[]): Promise<void> {
  await trx.updateTable('provider_window').set({ taken }).where('name', '=', 'createTask').execute();
}

/** Replicas differ by a moment; what is further ahead was written before the clock was set back. */
function within(taken: Date[], limit: Limit, now: Date): Date[] {
  return taken.filter((at) => Math.abs(now.getTime() - at.getTime()) < limit.windowMs + jitterMs);
}

/** Pure: the milliseconds until a call is free again. */
export function waitFor(recent: Date[], limit: Limit, now: Date): number {
  const blocking = recent.at(-limit.calls);
  if (recent.length < limit.calls || !blocking) return 0;
  return Math.max(1, blocking.getTime() + limit.windowMs + jitterMs - now.getTime());
}
