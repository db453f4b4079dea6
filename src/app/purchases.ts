import { createPurchases, defaultGenerationConfig, generationJobs, type Purchases } from '#generation';
import { createLogger, createQueue, type Database, type Queue, systemClock } from '#platform';
import { loadRegistry } from '#registry';
import type { Env } from './env.ts';
import { kieFromEnv } from './kie.ts';

/** Resolves uncertain purchases beside the bot or without it: the jobs that follow are left to the bot. */
export async function withPurchases<T>(
  env: Env,
  database: Database,
  work: (purchases: Purchases) => Promise<T>,
): Promise<T> {
  const log = createLogger({ level: 'silent', secrets: [] });
  const queue: Queue = createQueue({ database, log, jobs: generationJobs });
  await queue.start();
  try {
    return await work(
      createPurchases({
        ...{ database, queue, log, clock: systemClock },
        ...{ registry: loadRegistry(), config: defaultGenerationConfig },
        get kie() {
          return kieFromEnv(env);
        },
      }),
    );
  } finally {
    await queue.stop();
  }
}
