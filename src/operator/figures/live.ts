import { sql } from 'kysely';
import type { GenerationState } from '#generation';
import type { Db } from '#platform';

/** The line in front of kie.ai. */
export interface QueueNow {
  waiting: number;
  /** How long the first of them has been waiting, in seconds. */
  oldestSeconds: number;
}

/** A generation that is not over. */
export interface OpenGeneration {
  id: string;
  personId: number;
  firstName: string;
  modelId: string;
  state: GenerationState;
  taskId: string | null;
  credits: number;
  createdAt: Date;
  startedAt: Date | null;
}

/** Failures of one model for one cause. */
export interface FailureGroup {
  modelId: string;
  code: string;
  /** kie.ai's words the last time; null where it said none. */
  words: string | null;
  count: number;
  lastAt: Date;
  /** The last one. */
  generationId: string;
}

/** Written out, so that the index over open generations is seen to hold them all. */
const isOpen = sql<boolean>`g.state = any (array['queued', 'submitting', 'uncertain', 'running', 'succeeded'])`;

export async function queueNow(db: Db, now: Date): Promise<QueueNow> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`
    select count(*) as waiting, min(created_at) as oldest from generations where state = 'queued'`.execute(
    db,
  );
  const { waiting = 0, oldest = null } = rows[0] ?? {};
  const seconds = oldest ? (now.getTime() - new Date(oldest).getTime()) / 1000 : 0;
  return { waiting, oldestSeconds: Math.max(0, Math.round(seconds)) };
}

/** How many are in each open state. */
export async function openByState(db: Db): Promise<Partial<Record<GenerationState, number>>> {
  const { rows } = await sql<{ state: GenerationState; count: number }>`
    select g.state, count(*) as count from generations g where ${isOpen} group by g.state`.execute(db);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What is under way, the oldest first. */
export async function openGenerations(db: Db, limit: number): Promise<OpenGeneration[]> {
  const { rows } = await sql<OpenGeneration>`
    select g.id, g.person_id as "personId", p.first_name as "firstName", g.model_id as "modelId", g.state,
      g.task_id as "taskId", g.credits, g.created_at as "createdAt", g.started_at as "startedAt"
    from generations g join people p on p.id = g.person_id
    where ${isOpen} order by g.created_at, g.id limit ${limit}`.execute(db);
  return rows;
}

/** Failures since then, by model and cause, the most frequent first. */
export async function failuresSince(db: Db, since: Date, limit: number): Promise<FailureGroup[]> {
  const { rows } = await sql<FailureGroup>`
    select g.model_id as "modelId", g.failure->>'code' as code, count(*) as count, max(g.finished_at) as "lastAt",
      (array_agg(g.id order by g.finished_at desc))[1] as "generationId",
      (array_agg(g.failure->>'providerMessage' order by g.finished_at desc)
        filter (where g.failure->>'providerMessage' is not null))[1] as words
    from generations g
    where g.state = 'failed' and g.finished_at >= ${since}
    group by 1, 2 order by count desc, "lastAt" desc limit ${limit}`.execute(db);
  return rows;
}
