import type { Trx } from '#platform';
import type { GenerationConfig } from './collaborators.ts';

type Limit = GenerationConfig['providerLimit'];

/** kie.ai counts on arrival, we on departure: the window is stretched by what two calls may differ. */
const jitterMs = 150;

/**
 * Takes one of the account's createTask calls if one is free, for all replicas together. The row's lock
 * is held until the transaction ends, so whoever picks the next generation does it alone.
 * Answers 0 when taken, otherwise how many milliseconds until the next one is free.
 */
export async function takeCall(trx: Trx, limit: Limit, now: Date): Promise<number> {
  const { taken } = await trx
    .selectFrom('provider_window')
    .select('taken')
    .where('name', '=', 'createTask')
    .forUpdate()
    .executeTakeFirstOrThrow();
  const recent = within(taken, limit, now);
  const waitMs = waitFor(recent, limit, now);
  if (waitMs > 0) return waitMs;
  await trx
    .updateTable('provider_window')
    .set({ taken: [...recent, now] })
    .where('name', '=', 'createTask')
    .execute();
  return 0;
}

function within(taken: Date[], limit: Limit, now: Date): Date[] {
  return taken.filter((at) => now.getTime() - at.getTime() < limit.windowMs + jitterMs);
}

/** Pure: the milliseconds until a call is free again. */
export function waitFor(recent: Date[], limit: Limit, now: Date): number {
  const blocking = recent.at(-limit.calls);
  if (recent.length < limit.calls || !blocking) return 0;
  return Math.max(1, blocking.getTime() + limit.windowMs + jitterMs - now.getTime());
}
