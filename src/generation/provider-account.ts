import { AppError, type Database, type Db } from '#platform';
import type { Collaborators } from './collaborators.ts';

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
}

declare global {
  interface Tables {
    provider_account: ProviderAccountTable;
  }
}

type Slice = Pick<Collaborators, 'database' | 'kie' | 'clock' | 'log' | 'operators'> & {
  limits: ProviderLimits;
};

const watchEveryMs = 5 * 60_000;

/** Asks at once and then every five minutes until the signal is aborted; never rejects. */
export async function watchProviderAccount(slice: Slice, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await askProvider(slice, signal).catch((error: unknown) => {
      if (!signal.aborted) slice.log.warn({ err: error }, 'kie.ai did not tell what is left of the account');
    });
    await slice.clock.sleep(watchEveryMs, signal).catch(() => undefined);
  }
}

/** One look at the account; the operator hears of every change of level, once for all replicas. */
export async function askProvider(slice: Slice, signal?: AbortSignal): Promise<ProviderLevel> {
  const { database, kie, clock, limits, operators } = slice;
  const kieCredits = await kie.credits(signal ? { signal } : {});
  const level = levelOf(kieCredits, limits);
  const previous = await exchange(database, { level, kie_credits: kieCredits, asked_at: clock.now() });
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

/** Writes what was found and answers the level that stood there before. */
async function exchange(
  database: Database,
  found: Omit<ProviderAccountTable, 'only_row'>,
): Promise<ProviderLevel> {
  return database.transaction(async (trx) => {
    const { level } = await trx
      .selectFrom('provider_account')
      .select('level')
      .forUpdate()
      .executeTakeFirstOrThrow();
    await trx.updateTable('provider_account').set(found).execute();
    return level;
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
