import { type RawBuilder, sql } from 'kysely';
import { pollRhythm } from '#kie';

/**
 * How long the sweep leaves a row alone after a look at it, or after whoever wrote it has sent a job for it: in the
 * line its place changes, elsewhere a dead process or a lost job is made good. In ms.
 */
export const lookAgainMs = { inLine: 10_000, otherwise: 30_000 } as const;

export function laterBy(ms: number, now: Date): Date {
  return new Date(now.getTime() + ms);
}

/** When the row that is looked at `now` is looked at next; a running one by the rhythm of polls at its age. */
export function nextLook(now: Date): RawBuilder<Date> {
  const steps = pollRhythm.steps.map(
    ({ youngerThanMs, everyMs }) =>
      sql`when coalesce(started_at, created_at) > ${laterBy(-youngerThanMs, now)}::timestamptz then ${later(everyMs, now)}`,
  );
  return sql<Date>`case
    when state = 'queued' and task_input is not null then ${later(lookAgainMs.inLine, now)}
    when state <> 'running' then ${later(lookAgainMs.otherwise, now)}
    ${sql.join(steps, sql` `)}
    else ${later(pollRhythm.laterEveryMs, now)} end`;
}

function later(ms: number, now: Date): RawBuilder<Date> {
  return sql<Date>`${laterBy(ms, now)}::timestamptz`;
}
