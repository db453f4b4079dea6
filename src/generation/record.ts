import { isTransient, KieError, type Task, TaskNotFoundError } from '#kie';
import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failure, failureOfTask } from './failure.ts';
import { deliverJob, sendReport } from './jobs.ts';
import { lookAgain, mayStillSucceed } from './late-success.ts';
import { partsOf } from './part-plan.ts';
import { planParts } from './part-store.ts';
import { toResult } from './result.ts';
import { settleFailed } from './settle.ts';
import { findRow, type GenerationRow, move, touch } from './store.ts';
import { traceStep } from './trace-step.ts';

type Slice = Pick<Collaborators, 'database' | 'queue' | 'clock' | 'log' | 'kie' | 'registry' | 'config'>;

export type Recorded = 'running' | 'ended' | 'ignored';

/**
 * Asks kie.ai what became of a generation's task and writes it down; the one way for callbacks, polls and
 * operators, however often they come. `hintedTaskId` (from a callback that knew the secret) brings an
 * uncertain purchase home.
 */
export async function record(slice: Slice, id: string, hintedTaskId?: string): Promise<Recorded> {
  const row = await findRow(slice.database.db, id);
  return row ? recordRow(slice, row, hintedTaskId) : 'ignored';
}

/** The same with the row at hand: whatever is written names the state that it expects. */
export function recordRow(slice: Slice, row: GenerationRow, hintedTaskId?: string): Promise<Recorded> {
  return traceStep(row, 'record', () => lookUp(slice, row, hintedTaskId));
}

async function lookUp(slice: Slice, row: GenerationRow, hintedTaskId?: string): Promise<Recorded> {
  if (mayStillSucceed(row)) return lookAgain(slice, row, hintedTaskId);
  const running = await adopt(slice, row, hintedTaskId);
  if (running?.state !== 'running' || running.task_id === null) return 'ignored';
  const task = await ask(slice, running, running.task_id);
  if (task?.state === 'success') return succeed(slice, running, task);
  if (task?.state === 'fail') return fail(slice, running, failureOfTask(task));
  return waitOn(slice, running);
}

/** Writes the task id that we never heard of; the task must be of our model, or the callback is not ours. */
async function adopt(slice: Slice, row: GenerationRow, taskId?: string): Promise<GenerationRow | undefined> {
  if (row.state === 'running' || taskId === undefined) return row;
  if (row.state !== 'submitting' && row.state !== 'uncertain') return row;
  const task = await slice.kie.getTask(taskId);
  if (task.model !== '' && task.model !== row.model_id) return undefined;
  const now = slice.clock.now();
  const found = { task_id: taskId, started_at: row.submitted_at ?? now, wake_at: now };
  const adopted = await move(slice.database.db, row.id, ['submitting', 'uncertain'], 'running', now, found);
  checkpoint('record:adopted');
  return adopted;
}

/** Null where kie.ai has nothing to say now: a young task that it does not show yet, or trouble on the way. */
async function ask({ kie, log }: Slice, row: GenerationRow, taskId: string): Promise<Task | null> {
  try {
    // The next look asks again anyway.
    return await kie.getTask(taskId, { retries: 0 });
  } catch (error) {
    if (!(error instanceof KieError)) throw error;
    const expected = error instanceof TaskNotFoundError || isTransient(error);
    log[expected ? 'debug' : 'warn']({ generation: row.id, err: error }, 'recordInfo brought no answer');
    return null;
  }
}

async function succeed(slice: Slice, row: GenerationRow, task: Task): Promise<Recorded> {
  const result = toResult(slice.registry.get(row.model_id), task.result);
  if (!result) return fail(slice, row, failure('result-gone'));
  const now = slice.clock.now();
  checkpoint('record:before-commit');
  await slice.database.transaction(async (trx) => {
    const changes = {
      result: JSON.stringify(result),
      kie_credits: task.creditsConsumed,
      wake_at: now,
    };
    if (!(await move(trx, row.id, 'running', 'succeeded', now, changes))) return;
    await planParts(trx, row.id, partsOf(result));
    await slice.queue.send(trx, deliverJob, { id: row.id });
    checkpoint('record:written');
  });
  checkpoint('record:committed');
  return 'ended';
}

async function fail(
  slice: Slice,
  row: GenerationRow,
  why: Parameters<typeof settleFailed>[3],
): Promise<Recorded> {
  await slice.database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'running', why, slice.clock.now());
    if (failed) await sendReport(slice.queue, trx, row.id);
  });
  checkpoint('record:failed');
  return 'ended';
}

/** Nothing is written: who claimed the row for a look has written when the next one is. */
async function waitOn(slice: Slice, row: GenerationRow): Promise<Recorded> {
  const ageMs = slice.clock.now().getTime() - (row.started_at ?? row.created_at).getTime();
  return ageMs > slice.config.giveUpAfterMs ? giveUp(slice, row) : 'running';
}

/** Told and released; now and then kie.ai is asked again, for a success that still comes is delivered free. */
async function giveUp({ database, queue, clock, config }: Slice, row: GenerationRow): Promise<Recorded> {
  const now = clock.now();
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'running', failure('timed-out'), now);
    if (!failed) return;
    await touch(trx, row.id, 'failed', { wake_at: new Date(now.getTime() + config.lookAgainEveryMs) });
    await sendReport(queue, trx, row.id);
  });
  checkpoint('record:failed');
  return 'ended';
}
