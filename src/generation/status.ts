import { sql } from 'kysely';
import type { Db } from '#platform';
import type { Collaborators } from './collaborators.ts';
import { medianSeconds, secondsInLine } from './estimate.ts';
import { placeInLine } from './line.ts';
import { isPaused } from './provider-pause.ts';
import { type GenerationRow, toGeneration } from './store.ts';
import type { Generation, Status } from './types.ts';

type Slice = { database: Pick<Collaborators['database'], 'db'> } & Pick<Collaborators, 'clock' | 'config'>;

/** Where a generation stands now. */
export async function statusOf(slice: Slice, row: GenerationRow): Promise<Status> {
  const since = row.started_at ?? row.created_at;
  const end = row.finished_at ?? slice.clock.now();
  const paused = row.state === 'queued' && (await isPaused(slice.database.db));
  return {
    generation: toGeneration(row),
    phase: paused ? 'paused' : phaseOf(row),
    elapsedSeconds: secondsBetween(since, end),
    ...(await expectations(slice, row)),
  };
}

/** Where something stands that is over: nothing more has to be asked for it. */
export function endedStatus(generation: Generation): Status {
  const { startedAt, createdAt, finishedAt, state } = generation;
  const elapsedSeconds = secondsBetween(startedAt ?? createdAt, finishedAt ?? createdAt);
  return { generation, phase: phaseOf({ state, late_told_at: null }), elapsedSeconds };
}

function secondsBetween(start: Date, end: Date): number {
  return Math.max(0, Math.round((end.getTime() - start.getTime()) / 1000));
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

function phaseOf(row: Pick<GenerationRow, 'state' | 'late_told_at'>): Status['phase'] {
  if (row.state === 'submitting') return 'queued';
  if (row.state === 'succeeded') return 'delivering';
  if (row.state === 'running') return row.late_told_at === null ? 'running' : 'late';
  return row.state;
}

/** What of these people is under way or ended after `since`: one read, however many watch and however much they made. */
export async function recentRows(
  db: Db,
  personIds: readonly number[],
  since: Date,
): Promise<GenerationRow[]> {
  if (personIds.length === 0) return [];
  const theirs = db.selectFrom('generations').selectAll().where('person_id', 'in', personIds);
  const open = theirs.where(
    sql<boolean>`state in ('queued', 'submitting', 'uncertain', 'running', 'succeeded')`,
  );
  const ended = theirs.where('finished_at', '>', since);
  return open.unionAll(ended).orderBy('created_at').execute();
}
