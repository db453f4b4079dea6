import { createPurchases, defaultGenerationConfig, generationJobs } from '#generation';
import { createOperator, type Operator, openTerms, operatorJobs } from '#operator';
import { createLogger, createQueue, type Database, type Queue, systemClock } from '#platform';
import { loadRegistry } from '#registry';
import { type Env, kieFromEnv } from '#settings';

/** The operator's functions beside the bot or without it: the jobs that follow are left to the bot. */
export async function withOperator<T>(
  env: Env,
  database: Database,
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  const log = createLogger({ level: 'silent', secrets: [] });
  const queue: Queue = createQueue({ database, log, jobs: [...generationJobs, ...operatorJobs] });
  await queue.start();
  try {
    const registry = loadRegistry();
    const common = { database, queue, log, registry, clock: systemClock };
    const purchases = createPurchases({
      ...{ ...common, config: defaultGenerationConfig },
      get kie() {
        return kieFromEnv(env);
      },
    });
    const operator = createOperator({
      ...common,
      adminIds: env.ADMIN_IDS,
      timeZone: env.TIME_ZONE,
      terms: await openTerms(common, { markup: env.MARKUP }),
      purchases,
      // The bot's next round asks Telegram.
      giveStarsBack: async () => 'pending',
      // A terminal has no chat.
      sendBroadcast: async () => 'failed',
    });
    return await work(operator);
  } finally {
    await queue.stop();
  }
}
