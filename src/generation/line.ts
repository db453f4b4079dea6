import { sql } from 'kysely';
import type { Db, Trx } from '#platform';
import { paused } from './provider-pause.ts';

/**
 * The line as it will be served: everybody's first before anybody's second, among equals whoever was served
 * longest ago (or never), then who came first. `number` counts from 1; what may not start yet (its files are on the
 * way, or kie.ai asked to wait until later) stands in no line; while nothing is bought nobody does.
 */
function line(now: Date) {
  return sql<{ id: string; number: number }>`
    select id, row_number() over (order by own_number, served_at nulls first, created_at, id) as number
    from (
      select g.id, g.created_at, t.served_at,
        row_number() over (partition by g.person_id order by g.created_at, g.id) as own_number
      from generations g left join turns t on t.person_id = g.person_id
      where g.state = 'queued' and g.task_input is not null and (g.not_before is null or g.not_before <= ${now})
        and not ${paused}
    ) as waiting`;
}

/** The ids of those whose turn it is next, at most `count`, in this order. */
export async function firstInLine(db: Db | Trx, now: Date, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (${line(now)}) as line order by number limit ${count}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Place in the line from 1; undefined for what stands in no line. */
export async function placeInLine(db: Db, now: Date, id: string): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    select number from (${line(now)}) as line where id = ${id}`.execute(db);
  return rows[0]?.number;
}

/** Whether anybody could start now. */
export async function somebodyWaits(db: Db, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from generations
    where state = 'queued' and task_input is not null and (not_before is null or not_before <= ${now})
      and not ${paused}
    limit 1`.execute(db);
  return rows.length > 0;
}
