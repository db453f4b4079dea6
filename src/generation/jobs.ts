import { defineJob, type Queue, type Trx } from '#platform';
import type { AlertCode } from './types.ts';

/** Work of this room that survives a restart. A job is only a wake-up: the row says what is to be done. */

/** Uploads the attachments of a queued generation, so that it may start. */
export const prepareJob = defineJob<{ id: string }>('generation.prepare', {
  retryLimit: 3,
  retryDelaySeconds: 2,
  backoff: true,
  concurrency: 4,
});

/** "Something may start": serves the line until it is empty or the provider's limit is reached. */
export const startJob = defineJob<Record<string, never>>('generation.start', {
  retryLimit: 2,
  concurrency: 2,
});

/** Asks kie.ai what became of a task. */
export const recordJob = defineJob<{ id: string; taskId?: string }>('generation.record', {
  retryLimit: 3,
  retryDelaySeconds: 2,
  concurrency: 4,
});

/** Sends what is not sent yet of a succeeded generation. */
export const deliverJob = defineJob<{ id: string }>('generation.deliver', { retryLimit: 0, concurrency: 4 });

/**
 * Shows the person where the generation stands now, whatever that is by then: one that waits already is enough.
 * Sent with the generation's id as its key, by {@link sendReport}.
 */
export const reportJob = defineJob<{ id: string }>('generation.report', {
  policy: 'short',
  retryLimit: 4,
  retryDelaySeconds: 2,
  backoff: true,
  concurrency: 4,
});

/** Goes after the move that it tells of, in the same transaction. */
export async function sendReport(queue: Queue, trx: Trx, id: string): Promise<void> {
  await queue.send(trx, reportJob, { id }, { singletonKey: id });
}

/** Tells the operators. */
export const alertJob = defineJob<{ code: AlertCode; values: Record<string, string | number> }>(
  'generation.alert',
  { retryLimit: 2, concurrency: 1 },
);

/** With what the operators are told of, in the same transaction: whoever dies right after it has told them. */
export async function sendAlert(
  queue: Queue,
  trx: Trx,
  code: AlertCode,
  values: Record<string, string | number> = {},
): Promise<void> {
  await queue.send(trx, alertJob, { code, values });
}

export const generationJobs = [prepareJob, startJob, recordJob, deliverJob, reportJob, alertJob];
