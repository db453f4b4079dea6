import type { Clock, Database, Db } from '#platform';
import { medianSeconds, queuePlace } from './estimate.ts';
import { finalStates } from './states.ts';
import { type GenerationRow, toGeneration } from './store.ts';
import type { Status } from './types.ts';

type Slice = { database: Pick<Database, 'db'>; clock: Clock };

/** Where a generation stands now. */
export async function statusOf({ database, clock }: Slice, row: GenerationRow): Promise<Status> {
  const { db } = database;
  const since = row.started_at ?? row.created_at;
  const end = row.finished_at ?? clock.now();
  const estimate = await medianSeconds(db, row.model_id);
  return {
    generation: toGeneration(row),
    phase: phaseOf(row),
    elapsedSeconds: Math.max(0, Math.round((end.getTime() - since.getTime()) / 1000)),
    ...(estimate === undefined ? {} : { estimateSeconds: Math.round(estimate) }),
    ...(row.state === 'queued' ? { queuePlace: await queuePlace(db, row.created_at) } : {}),
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
