import {
  attachTask,
  defaultGenerationConfig,
  generationJobs,
  releasePurchase,
  retryPurchase,
} from '#generation';
import { createLogger, createQueue, type Database, type Queue, systemClock } from '#platform';
import { loadRegistry } from '#registry';
import type { Env } from './env.ts';
import { kieFromEnv } from './kie.ts';

/** What the operator can do about an uncertain purchase; errors as in `resolve-uncertain.ts`. */
export interface Purchases {
  /** `running`: kie.ai still works on it; `ended`: it is being delivered, or its hold went back. */
  attach(id: string, taskId: string): ReturnType<typeof attachTask>;
  release(id: string, reason: string): Promise<void>;
  retry(id: string): Promise<void>;
}

/** Resolves uncertain purchases beside the bot or without it: the jobs that follow are left to the bot. */
export async function withPurchases<T>(
  env: Env,
  database: Database,
  work: (purchases: Purchases) => Promise<T>,
): Promise<T> {
  const log = createLogger({ level: 'silent', secrets: [] });
  const queue: Queue = createQueue({ database, log, jobs: generationJobs });
  const slice = { database, queue, log, clock: systemClock };
  await queue.start();
  try {
    return await work({
      attach: (id, taskId) =>
        attachTask(
          { ...slice, kie: kieFromEnv(env), registry: loadRegistry(), config: defaultGenerationConfig },
          id,
          taskId,
        ),
      release: (id, reason) => releasePurchase(slice, id, reason),
      retry: (id) => retryPurchase(slice, id),
    });
  } finally {
    await queue.stop();
  }
}
