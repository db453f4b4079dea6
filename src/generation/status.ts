import type { Db } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { medianSeconds, secondsInLine } from './estimate.ts';
import { placeInLine } from './line.ts';
import { isPaused } from './provider-refusal.ts';
import { finalStates } from './states.ts';
import { type GenerationRow, toGeneration } from './store.ts';
import type { Status } from './types.ts';

type Slice = { database: Pick<Collaborators['database'], 'db'> } & Pick<Collaborators, 'clock' | 'config'>;

/** Where a generation stands now. */
export async function statusOf(slice: Slice, row: GenerationRow): Promise<Status> {
  const since = row.started_at ?? row.created_at;
  const end = row.finished_at ?? slice.clock.now();
  const paused = row.state === 'queued' && (await isPaused(slice.database.db));
  return {
    generation: toGeneration(row),
    phase: paused ? 'paused' : phaseOf(row),
    elapsedSeconds: Math.max(0, Math.round((end.getTime() - since.getTime()) / 1000)),
    ...(await expectations(slice, row)),
  };
}

/** What is still to come; nothing once that is no question any more. */
async function expectations(
  { database: { db }, clock, config }: Slice,
  row: GenerationRow,
): Promise<Pick<Status, 'estimateSeconds' | 'queuePlace' | 'startsInSeconds'>> {
  if (row.finished_at !== null || row.state === 'succeeded') return {};
  const estimate = await medianSeconds(db, row.model_id);
  const place = row.state === 'queued' ? await placeInLine(db, clock.now(), row.id) : undefined;
  return {
    ...(estimate === undefined ? {} : { estimateSeconds: Math.round(estimate) }),
    ...(place === undefined
      ? {}
      : { queuePlace: place, startsInSeconds: secondsInLine(place, config.providerLimit) }),
  };
}

function phaseOf(row: GenerationRow): Status['phase'] {
  if (row.state === 'submitting') return 'queued';
  if (row.state === 'succeeded') return 'delivering';
  if (row.state === 'running') return row.late_told_at === null ? 'running' : 'late';
  return row.state;
}

/** What of these people is under way or ended after `since`: one read, however many watch. */
export async function recentRows(
  db: Db,
  personIds: readonly number[],
  since: Date,
): Promise<GenerationRow[]> {
  return db
    .selectFrom('generations')
    .selectAll()
    .where('person_id', 'in', personIds)
    .where((row) => row.or([row('state', 'not in', [...finalStates]), row('finished_at', '>', since)]))
    .orderBy('created_at')
    .execute();
}
