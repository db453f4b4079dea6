import { providerAccount } from '#generation';
import type { Readiness } from '#http';
import type { Database, Queue } from '#platform';

export interface MetricsSources {
  database: Database;
  queue: Queue;
  readiness(): Readiness;
  leads(): boolean;
}

interface Reading {
  name: string;
  help: string;
  values: { labels: Record<string, string>; value: number }[];
}

const OPEN_STATES = ['queued', 'submitting', 'uncertain', 'running', 'succeeded'];

/** What stands in the database and in this process now. */
export async function readGauges(sources: MetricsSources): Promise<Reading[]> {
  const { readiness, leads } = sources;
  const one = (name: string, help: string, value: number): Reading => ({
    name,
    help,
    values: [{ labels: {}, value }],
  });
  return [
    one('kiegram_ready', '1 while /readyz says so', Number(readiness().ready)),
    one(
      'kiegram_leads',
      '1 while this process speaks for the bot: it holds the lock, or has the webhook',
      Number(leads()),
    ),
    ...(await readJobs(sources)),
    await readOpen(sources),
    await readLedger(sources),
    ...(await readProvider(sources)),
  ];
}

async function readJobs({ queue }: MetricsSources): Promise<Reading[]> {
  const stats = Object.entries(await queue.stats());
  const states = ['ready', 'active', 'delayed', 'failed'] as const;
  return [
    {
      name: 'kiegram_jobs',
      help: 'Jobs in the queue by what can happen to them next',
      values: stats.flatMap(([job, counts]) =>
        states.map((state) => ({ labels: { job, state }, value: Number(counts[state]) })),
      ),
    },
    {
      name: 'kiegram_job_oldest_seconds',
      help: 'How long the oldest job has been waiting for a free worker',
      values: stats.map(([job, { oldestSeconds }]) => ({ labels: { job }, value: Number(oldestSeconds) })),
    },
  ];
}

async function readOpen({ database: { db } }: MetricsSources): Promise<Reading> {
  const rows = await db
    .selectFrom('generations')
    .select(['state', (of) => of.fn.countAll<number>().as('count')])
    .where('wake_at', 'is not', null)
    .groupBy('state')
    .execute();
  const counts = new Map<string, number>(rows.map(({ state, count }) => [state, Number(count)]));
  return {
    name: 'kiegram_open_generations',
    help: 'Generations that are not finished',
    values: OPEN_STATES.map((state) => ({ labels: { state }, value: counts.get(state) ?? 0 })),
  };
}

async function readLedger({ database: { db } }: MetricsSources): Promise<Reading> {
  const sums = await db
    .selectFrom('ledger_accounts')
    .select((of) => [of.fn.sum<string>('balance').as('balance'), of.fn.sum<string>('held').as('held')])
    .executeTakeFirst();
  return {
    name: 'kiegram_ledger_credits',
    help: 'Credits that people own, and those on hold',
    values: (['balance', 'held'] as const).map((account) => ({
      labels: { account },
      value: Number(sums?.[account] ?? 0),
    })),
  };
}

async function readProvider({ database: { db } }: MetricsSources): Promise<Reading[]> {
  const { kieCredits, silentSince } = await providerAccount(db);
  return [
    {
      name: 'kiegram_provider_credits',
      help: 'Kie credits left, as last seen',
      values: kieCredits === null ? [] : [{ labels: {}, value: kieCredits }],
    },
    {
      name: 'kiegram_provider_silent',
      help: '1 while kie.ai gives no answers: nothing is bought, orders wait in the line',
      values: [{ labels: {}, value: Number(silentSince !== null) }],
    },
  ];
}
