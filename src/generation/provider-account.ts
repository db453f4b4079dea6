import { AppError, checkpoint, type Db } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { sendAlert } from './jobs.ts';
import type { ProviderGuard } from './provider-guard.ts';
import { lockAccount, reportQueued, resume } from './provider-pause.ts';
import { refusalAfter } from './provider-refusal.ts';

/** `low`: the operator has been warned; `closed`: nothing is sold until the account is topped up. */
export type ProviderLevel = 'enough' | 'low' | 'closed';

/** Limits in kie credits: below `warn` the operator is told, below `stop` selling stops. */
export interface ProviderLimits {
  warn: number;
  stop: number;
}

export interface ProviderAccountTable {
  only_row: boolean;
  level: ProviderLevel;
  kie_credits: number | null;
  asked_at: Date | null;
  /** The least that was left since kie.ai refused for lack of credits; null: nothing was refused. */
  refused_at_credits: number | null;
  refused_since: Date | null;
  /** Since when kie.ai gives no answers; null: it does. */
  silent_since: Date | null;
}

declare global {
  interface Tables {
    provider_account: ProviderAccountTable;
  }
}

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log'> & {
  guard: ProviderGuard;
  limits: ProviderLimits;
};

/** A top-up is noticed that soon, whichever replica has met the empty account. */
const watchEveryMs = 60_000;
/** An answer is awaited; asking costs nothing. */
const watchSilentEveryMs = 5_000;
/** Orders that nobody confirms may cost money each: the next ones wait longer, although kie.ai answers otherwise. */
const restMs = 60_000;
const probeMs = 10_000;

/**
 * Asks at once and then each minute, every five seconds while kie.ai is silent, until the signal is aborted; never
 * rejects.
 */
export async function watchProviderAccount(slice: Slice, signal: AbortSignal): Promise<void> {
  const { guard, clock, log } = slice;
  while (!signal.aborted) {
    const waitMs = await look(slice, signal).catch((err: unknown) => {
      if (!signal.aborted) log.warn({ err }, 'the account at kie.ai could not be looked after');
      return watchSilentEveryMs;
    });
    const woken = new AbortController();
    if (guard.silence() === null) void guard.fallsSilent().then(() => woken.abort());
    await clock.sleep(waitMs, AbortSignal.any([signal, woken.signal])).catch(() => undefined);
  }
}

/** One look: answers how long to wait before the next one, in ms. */
async function look(slice: Slice, signal: AbortSignal): Promise<number> {
  const { database, guard, log } = slice;
  if (guard.silence() === 'unconfirmed' && (await fallSilent(slice))) return restMs;
  try {
    await askProvider(slice, signal);
    return watchEveryMs;
  } catch (err) {
    if (signal.aborted) return 0;
    log.warn({ err }, 'kie.ai did not tell what is left of the account');
    if (guard.silence() !== null) await fallSilent(slice);
    return (await isSilent(database.db)) || guard.silence() !== null ? watchSilentEveryMs : watchEveryMs;
  }
}

/** Nothing is bought any more, on all replicas; false when it was known. */
async function fallSilent({ database, queue, clock }: Slice): Promise<boolean> {
  return database.transaction(async (trx) => {
    if ((await lockAccount(trx)).silent_since !== null) return false;
    await trx.updateTable('provider_account').set({ silent_since: clock.now() }).execute();
    await reportQueued(trx, queue);
    await sendAlert(queue, trx, 'provider-silent');
    return true;
  });
}

async function isSilent(db: Db): Promise<boolean> {
  return (await providerAccount(db)).silentSince !== null;
}

/** One look at the account; the operator hears of every change of level, once for all replicas. */
export async function askProvider(slice: Slice, signal?: AbortSignal): Promise<ProviderLevel> {
  const { guard, clock } = slice;
  const kieCredits = await guard.probe({ retries: 0, timeoutMs: probeMs, signal });
  return note(slice, kieCredits, clock.now());
}

const alertOf = {
  enough: 'provider-credits-enough',
  low: 'provider-credits-low',
  closed: 'provider-closed',
} as const;

export function levelOf(kieCredits: number, { warn, stop }: ProviderLimits): ProviderLevel {
  if (kieCredits < stop) return 'closed';
  return kieCredits < warn ? 'low' : 'enough';
}

/** Writes what was found and tells what has changed; where nothing stands in the way any more, the line moves. */
async function note(
  { database, queue, limits }: Slice,
  kieCredits: number,
  at: Date,
): Promise<ProviderLevel> {
  const { level, news } = await database.transaction(async (trx) => {
    const before = await lockAccount(trx);
    const byLimits = levelOf(kieCredits, limits);
    const refusedAt = refusalAfter(before, { kieCredits, level: byLimits, at });
    const level = refusedAt === null ? byLimits : 'closed';
    const refusal = {
      refused_at_credits: refusedAt,
      refused_since: refusedAt === null ? null : before.refused_since,
    };
    await trx
      .updateTable('provider_account')
      .set({ level, kie_credits: kieCredits, asked_at: at, silent_since: null, ...refusal })
      .execute();
    const wasPaused = before.refused_at_credits !== null || before.silent_since !== null;
    if (wasPaused && refusedAt === null) await resume(trx, queue);
    if (before.silent_since !== null) await sendAlert(queue, trx, 'provider-answers');
    if (level !== before.level)
      await sendAlert(queue, trx, alertOf[level], { credits: Math.floor(kieCredits) });
    return { level, news: level !== before.level };
  });
  if (news) checkpoint('account:noted');
  return level;
}

/** What was found last; `askedAt` is null before the first look. */
export async function providerAccount(db: Db): Promise<{
  level: ProviderLevel;
  kieCredits: number | null;
  askedAt: Date | null;
  /** Since when kie.ai gives no answers. */
  silentSince: Date | null;
}> {
  return db
    .selectFrom('provider_account')
    .select(['level', 'kie_credits as kieCredits', 'asked_at as askedAt', 'silent_since as silentSince'])
    .executeTakeFirstOrThrow();
}

/** @throws AppError `provider-closed` while the account at kie.ai is too empty to sell */
export async function assertProviderOpen(db: Db): Promise<void> {
  const { level, kieCredits } = await providerAccount(db);
  if (level === 'closed')
    throw new AppError('provider-closed', `Selling is stopped: ${kieCredits} kie credits are left`);
}
