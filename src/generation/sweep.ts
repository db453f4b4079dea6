import { checkpoint } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { deliver } from './deliver.ts';
import { failure } from './failure.ts';
import { reportJob } from './jobs.ts';
import { prepare } from './prepare.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { settleFailed } from './settle.ts';
import type { Starter } from './start.ts';
import type { GenerationState } from './states.ts';
import { type GenerationRow, move } from './store.ts';

/** How many rows one round takes, and how many of them are looked at at once. */
const batch = 200;
const width = 10;
/** A row that somebody looks at is left alone by other replicas for this long. */
const claimMs = 30_000;
/** Longer than any createTask call may take (30 s): whoever wrote `submitting` before that is dead. */
const submittingLimitMs = 45_000;

/** How often the sweep looks; a round that found a full batch goes on at once. */
const sweepEveryMs = 1_000;

/** Sweeps until the signal is aborted. An error of one round is logged and does not end the next. */
export async function runSweep(slice: Collaborators, starter: Starter, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const seen = await sweep(slice, starter).catch((error: unknown) => {
      slice.log.error({ err: error }, 'A round of the sweep failed');
      return 0;
    });
    if (seen < batch) await slice.clock.sleep(sweepEveryMs, signal).catch(() => undefined);
  }
}

/** One round over every row whose time has come: polls, lost wake-ups, dead processes, deadlines. */
export async function sweep(slice: Collaborators, starter: Starter): Promise<number> {
  const due = await claimDue(slice);
  if (due.length > 0) checkpoint('sweep:claimed');
  for (let from = 0; from < due.length; from += width) {
    await Promise.all(due.slice(from, from + width).map((row) => lookAt(slice, row)));
  }
  if (due.some((row) => row.state === 'queued')) await starter.serve();
  return due.length;
}

async function claimDue({ database, clock }: Collaborators): Promise<GenerationRow[]> {
  const now = clock.now();
  const dueStates: GenerationState[] = ['queued', 'submitting', 'uncertain', 'running', 'succeeded'];
  return database.db
    .updateTable('generations')
    .set((row) => ({
      wake_at: row
        .case()
        .when('state', 'in', ['queued', 'submitting'])
        .then(row.ref('wake_at'))
        .else(new Date(now.getTime() + claimMs))
        .end(),
    }))
    .where('id', 'in', (rows) =>
      rows
        .selectFrom('generations')
        .select('id')
        .where('state', 'in', dueStates)
        .where('wake_at', '<=', now)
        .orderBy('wake_at')
        .limit(batch)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

async function lookAt(slice: Collaborators, row: GenerationRow): Promise<void> {
  try {
    await actions[row.state]?.(slice, row);
  } catch (error) {
    slice.log.error({ generation: row.id, state: row.state, err: error }, 'The sweep met an error');
  }
}

type Action = (slice: Collaborators, row: GenerationRow) => Promise<void>;

const actions: Partial<Record<GenerationState, Action>> = {
  queued: (slice, row) => (row.task_input === null ? prepare(slice, row.id) : Promise.resolve()),
  submitting: giveUpOnSubmitting,
  uncertain: releaseUncertain,
  running: poll,
  succeeded: (slice, row) => deliver(slice, row.id),
};

/** Its process died around the paid POST: nobody knows whether it was sent, so it is never sent again. */
async function giveUpOnSubmitting(slice: Collaborators, row: GenerationRow): Promise<void> {
  const { database, queue, clock, config, operators } = slice;
  const submittedAt = row.submitted_at ?? row.created_at;
  if (slice.clock.now().getTime() - submittedAt.getTime() < submittingLimitMs) return;
  const now = clock.now();
  const until = new Date(now.getTime() + config.uncertainLimitMs);
  const moved = await database.transaction(async (trx) => {
    const uncertain = await move(trx, row.id, 'submitting', 'uncertain', now, { wake_at: until });
    if (uncertain) await queue.send(trx, reportJob, { id: row.id });
    return uncertain;
  });
  checkpoint('sweep:uncertain');
  if (moved) await operators.alert('uncertain-purchase', { generation: row.id, model: row.model_id });
}

async function releaseUncertain(slice: Collaborators, row: GenerationRow): Promise<void> {
  const { database, queue, clock, operators } = slice;
  const released = await database.transaction(async (trx) => {
    const failed = await settleFailed(trx, row.id, 'uncertain', failure('never-confirmed'), clock.now());
    if (failed) await queue.send(trx, reportJob, { id: row.id });
    return failed;
  });
  checkpoint('sweep:released');
  if (released) await operators.alert('uncertain-released', { generation: row.id, model: row.model_id });
}

async function poll(slice: Collaborators, row: GenerationRow): Promise<void> {
  if ((await record(slice, row.id)) !== 'running') return;
  await tellWhenLate(slice, row);
  await report(slice, row.id);
}

/** Said once; the status message shows it from then on. */
async function tellWhenLate(
  { database, clock, config, registry }: Collaborators,
  row: GenerationRow,
): Promise<void> {
  const delivers = registry.get(row.model_id)?.delivers ?? 'data';
  const limit = config.lateAfterMs[delivers === 'data' ? 'file' : delivers];
  const ageMs = clock.now().getTime() - (row.started_at ?? row.created_at).getTime();
  if (row.late_told_at !== null || ageMs < limit) return;
  await database.db
    .updateTable('generations')
    .set({ late_told_at: clock.now() })
    .where('id', '=', row.id)
    .where('late_told_at', 'is', null)
    .execute();
}
