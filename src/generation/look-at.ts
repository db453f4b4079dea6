import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { failure } from './failure.ts';
import { deliverJob, prepareJob, sendAlert, sendReport } from './jobs.ts';
import { recordRow } from './record.ts';
import { settleFailed } from './settle.ts';
import type { GenerationState } from './states.ts';
import { type GenerationRow, move, touch } from './store.ts';

/**
 * What the sweep does with a row whose time has come. True when the row stays as it is, and only its progress can
 * be told.
 */
export async function lookAt(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  try {
    return (await actions[row.state]?.(slice, row)) ?? false;
  } catch (error) {
    slice.log.error({ generation: row.id, state: row.state, err: error }, 'The sweep met an error');
    return false;
  }
}

type Action = (slice: Collaborators, row: GenerationRow) => Promise<boolean>;

const actions: Partial<Record<GenerationState, Action>> = {
  queued: prepareOrWait,
  submitting: giveUpOnSubmitting,
  uncertain: releaseUncertain,
  running: poll,
  succeeded: deliverSoon,
  failed: askOnceMore,
};

async function prepareOrWait(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  const { database, queue, clock, config } = slice;
  if (clock.now().getTime() - row.created_at.getTime() > config.giveUpAfterMs)
    return giveUpWaiting(slice, row);
  if (row.task_input === null) await queue.send(database.db, prepareJob, { id: row.id });
  return row.task_input !== null;
}

/** Nobody wants any more tomorrow what could not be begun today. */
async function giveUpWaiting(
  { database, queue, clock }: Collaborators,
  row: GenerationRow,
): Promise<boolean> {
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'queued', failure('provider-down'), clock.now());
    if (failed) await sendReport(queue, trx, row.id);
  });
  return false;
}

/** It was given up, and its credits are back; what still comes is a gift. */
async function askOnceMore(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  await recordRow(slice, row);
  return false;
}

/** Its job was lost, or the process that had the lease has died. */
async function deliverSoon({ database, queue }: Collaborators, row: GenerationRow): Promise<boolean> {
  await queue.send(database.db, deliverJob, { id: row.id });
  return false;
}

/** Its process died around the paid POST: nobody knows whether it was sent, so it is never sent again. */
async function giveUpOnSubmitting(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  const { database, queue, clock, config } = slice;
  const now = clock.now();
  const until = new Date(now.getTime() + config.uncertainLimitMs);
  await database.transaction(async (trx) => {
    if (!(await move(trx, row.id, 'submitting', 'uncertain', now, { wake_at: until }))) return;
    await sendReport(queue, trx, row.id);
    await sendAlert(queue, trx, 'uncertain-purchase', { generation: row.id, model: row.model_id });
  });
  checkpoint('sweep:uncertain');
  return false;
}

async function releaseUncertain(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  const { database, queue, clock } = slice;
  await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'uncertain', failure('never-confirmed'), clock.now());
    if (!failed) return;
    await sendReport(queue, trx, row.id);
    await sendAlert(queue, trx, 'uncertain-released', { generation: row.id, model: row.model_id });
  });
  checkpoint('sweep:released');
  return false;
}

async function poll(slice: Collaborators, row: GenerationRow): Promise<boolean> {
  return (await recordRow(slice, row)) === 'running' && !(await tellWhenLate(slice, row));
}

/** Said once; the status message shows it from then on. */
async function tellWhenLate(
  { database, queue, clock, config, registry }: Collaborators,
  row: GenerationRow,
): Promise<boolean> {
  const delivers = registry.get(row.model_id)?.delivers ?? 'data';
  const limit = config.lateAfterMs[delivers === 'data' ? 'file' : delivers];
  const ageMs = clock.now().getTime() - (row.started_at ?? row.created_at).getTime();
  if (row.late_told_at !== null || ageMs < limit) return false;
  return database.transaction(async (trx) => {
    const told = await touch(trx, row.id, 'running', { late_told_at: clock.now() });
    if (told) await sendReport(queue, trx, row.id);
    return told;
  });
}
