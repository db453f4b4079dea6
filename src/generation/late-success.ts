import { KieError, type Task } from '#kie';
import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { deliverJob } from './jobs.ts';
import { partsOf } from './part-plan.ts';
import { planParts } from './part-store.ts';
import { toResult } from './result.ts';
import { findTaskOwner, type GenerationRow, move, touch } from './store.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'registry' | 'config'>;

/** Given up without an end from kie.ai, so that one may still come: by a callback, or found by asking now and then. */
export function mayStillSucceed({ state, failure }: Pick<GenerationRow, 'state' | 'failure'>): boolean {
  const givenUp = failure?.code === 'timed-out' || failure?.code === 'never-confirmed';
  return state === 'failed' && givenUp;
}

/**
 * Asks once more for a task that was given up. Its credits are back with the person; a success is delivered all the
 * same, and free.
 */
export async function lookAgain(
  slice: Slice,
  row: GenerationRow,
  hintedTaskId?: string,
): Promise<'ended' | 'ignored'> {
  const taskId = row.task_id ?? hintedTaskId;
  const task = taskId === undefined ? null : await ask(slice, row, taskId);
  const fits =
    task !== null &&
    (task.model === '' || task.model === row.model_id) &&
    !(await isTaken(slice, row, taskId));
  const result =
    fits && task.state === 'success' ? toResult(slice.registry.get(row.model_id), task.result) : null;
  if (!task || !result || taskId === undefined) {
    await lookLater(slice, row, fits && task.state === 'fail');
    return 'ignored';
  }
  const now = slice.clock.now();
  await slice.database.transaction(async (trx) => {
    const found = { result: JSON.stringify(result), kie_credits: task.creditsConsumed, task_id: taskId };
    const gift = { gift: true, failure: null, finished_at: null, wake_at: now };
    if (!(await move(trx, row.id, 'failed', 'succeeded', now, { ...found, ...gift }))) return;
    await planParts(trx, row.id, partsOf(result));
    await slice.queue.send(trx, deliverJob, { id: row.id });
    checkpoint('late:written');
  });
  checkpoint('late:committed');
  return 'ended';
}

async function isTaken(
  { database }: Slice,
  { id }: GenerationRow,
  taskId: string | undefined,
): Promise<boolean> {
  const owner = taskId === undefined ? undefined : await findTaskOwner(database.db, taskId);
  return owner !== undefined && owner.id !== id;
}

async function ask({ kie, log }: Slice, row: GenerationRow, taskId: string): Promise<Task | null> {
  try {
    return await kie.getTask(taskId);
  } catch (error) {
    if (!(error instanceof KieError)) throw error;
    log.debug({ generation: row.id, err: error }, 'kie.ai knows nothing of a task that was given up');
    return null;
  }
}

/** Until the results of that time would be gone at kie.ai as well, or until it says that the task failed. */
async function lookLater(
  { database, clock, config }: Slice,
  row: GenerationRow,
  over: boolean,
): Promise<void> {
  const now = clock.now().getTime();
  const until = row.created_at.getTime() + config.lookAgainForMs;
  const again = over || row.task_id === null || now >= until ? null : new Date(now + config.lookAgainEveryMs);
  await touch(database.db, row.id, 'failed', { wake_at: again });
}
