import { AppError, type Db } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { lockAccount, refusalAfter, resume } from './provider-refusal.ts';

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
}

declare global {
  interface Tables {
    provider_account: ProviderAccountTable;
  }
}

type Slice = Pick<Collaborators, 'database' | 'queue' | 'kie' | 'clock' | 'log' | 'operators'> & {
  limits: ProviderLimits;
};

const watchEveryMs = 5 * 60_000;
/** A top-up is awaited: whoever waits shall not wait much longer. */
const watchClosedEveryMs = 60_000;

/** Asks at once and then every five minutes, each minute while nothing is sold, until the signal is aborted; never rejects. */
export async function watchProviderAccount(slice: Slice, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const level = await askProvider(slice, signal).catch((error: unknown) => {
      if (!signal.aborted) slice.log.warn({ err: error }, 'kie.ai did not tell what is left of the account');
      return null;
    });
    const waitMs = level === 'closed' ? watchClosedEveryMs : watchEveryMs;
    await slice.clock.sleep(waitMs, signal).catch(() => undefined);
  }
}

/** One look at the account; the operator hears of every change of level, once for all replicas. */
export async function askProvider(slice: Slice, signal?: AbortSignal): Promise<ProviderLevel> {
  const { kie, clock, operators } = slice;
  const kieCredits = await kie.credits(signal ? { signal } : {});
  const { level, previous } = await note(slice, kieCredits, clock.now());
  if (level !== previous) await operators.alert(alertOf[level], { credits: Math.floor(kieCredits) });
  return level;
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

/** Writes what was found; after a refusal only a top-up opens again, and then the line moves. */
async function note({ database, queue, limits }: Slice, kieCredits: number, at: Date) {
  return database.transaction(async (trx) => {
    const { level: previous, refused_at_credits: refusedBefore } = await lockAccount(trx);
    const refusedAt = refusalAfter(refusedBefore, kieCredits);
    const level = refusedAt === null ? levelOf(kieCredits, limits) : 'closed';
    await trx
      .updateTable('provider_account')
      .set({ level, kie_credits: kieCredits, asked_at: at, refused_at_credits: refusedAt })
      .execute();
    if (refusedBefore !== null && refusedAt === null) await resume(trx, queue);
    return { level, previous };
  });
}

/** What was found last; `askedAt` is null before the first look. */
export async function providerAccount(
  db: Db,
): Promise<{ level: ProviderLevel; kieCredits: number | null; askedAt: Date | null }> {
  return db
    .selectFrom('provider_account')
    .select(['level', 'kie_credits as kieCredits', 'asked_at as askedAt'])
    .executeTakeFirstOrThrow();
}

/** @throws AppError `provider-closed` while the account at kie.ai is too empty to sell */
export async function assertProviderOpen(db: Db): Promise<void> {
  const { level, kieCredits } = await providerAccount(db);
  if (level === 'closed')
    throw new AppError('provider-closed', `Selling is stopped: ${kieCredits} kie credits are left`);
}
