import { type ColumnType, sql } from 'kysely';
import { moneyReport } from '#generation';
import { endOfDay } from '#people';
import type { Db } from '#platform';

/** What one model brought on a day. Money as in `moneyReport`: our credits, and kie credits. */
export interface ModelDay {
  modelId: string;
  delivered: number;
  failed: number;
  income: number;
  given: number;
  spending: number;
}

/** What a day brought: generations that ended on it, people who were there, Stars that were paid. */
export interface DayFigures {
  /** `YYYY-MM-DD` in the operator's time zone. */
  day: string;
  models: ModelDay[];
  /** People who met the bot on this day. */
  newPeople: number;
  /** People with a generation that ended on this day and who had been there before. */
  returning: number;
  stars: number;
}

interface DayFiguresTable {
  day: string;
  time_zone: string;
  counted_at: Date;
  figures: ColumnType<Omit<DayFigures, 'day'>, string, string>;
}

declare global {
  interface Tables {
    day_figures: DayFiguresTable;
  }
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** kie.ai is asked for late results for three days, and each takes its generation out of the day on which it failed. */
const changesForMs = 4 * dayMs;

interface Span {
  /** Days as `YYYY-MM-DD`, oldest first, the last one today. */
  days: readonly string[];
  timeZone: string;
  now: Date;
}

/** Figures of days; each day is counted once and kept, the last ones again as long as they may change. */
export async function daysFigures(db: Db, { days, timeZone, now }: Span): Promise<DayFigures[]> {
  const kept = await db
    .selectFrom('day_figures')
    .where('time_zone', '=', timeZone)
    .where('day', 'in', [...days])
    .select(['day', 'counted_at as countedAt', 'figures'])
    .execute();
  const known = new Map(kept.map((row) => [row.day, row]));
  const all: DayFigures[] = [];
  for (const day of days) {
    const row = known.get(day);
    if (row && isFresh(row.countedAt, endOfDay(day, timeZone), now)) all.push({ day, ...row.figures });
    else all.push({ day, ...(await countAndKeep(db, day, timeZone, now)) });
  }
  return all;
}

/** Pure: whether a count still says what there is. Today's holds for a minute, that of the last days for an hour. */
function isFresh(countedAt: Date, ended: Date, now: Date): boolean {
  if (countedAt.getTime() > ended.getTime() + changesForMs) return true;
  const age = now.getTime() - countedAt.getTime();
  return age < (now < ended ? minuteMs : 60 * minuteMs) && !(now >= ended && countedAt < ended);
}

async function countAndKeep(
  db: Db,
  day: string,
  timeZone: string,
  now: Date,
): Promise<Omit<DayFigures, 'day'>> {
  const figures = await count(db, day, timeZone);
  const values = { counted_at: now, figures: JSON.stringify(figures) };
  await db
    .insertInto('day_figures')
    .values({ day, time_zone: timeZone, ...values })
    .onConflict((conflict) => conflict.columns(['day', 'time_zone']).doUpdateSet(values))
    .execute();
  return figures;
}

async function count(db: Db, day: string, timeZone: string): Promise<Omit<DayFigures, 'day'>> {
  const { models } = await moneyReport(db, { from: day, to: day, timeZone });
  const { newPeople, returning, stars } = await dayCounts(db, day, timeZone);
  return {
    models: models.map(({ modelId, delivered, failed, income, given, spending }) => ({
      ...{ modelId, delivered, failed, income, given, spending },
    })),
    newPeople,
    returning,
    stars,
  };
}

/** People and payments of a day, counted now. */
export interface DayCounts extends Pick<DayFigures, 'newPeople' | 'returning' | 'stars'> {
  /** Those given back since count here, but not in `stars`. */
  payments: number;
}

export async function dayCounts(db: Db, day: string, timeZone: string): Promise<DayCounts> {
  const begin = sql`(${day}::date)::timestamp at time zone ${timeZone}`;
  const end = sql`(${day}::date + 1)::timestamp at time zone ${timeZone}`;
  const { rows } = await sql<DayCounts>`
    select
      (select count(*) from people where created_at >= ${begin} and created_at < ${end}) as "newPeople",
      (select count(distinct g.person_id) from generations g join people p on p.id = g.person_id
        where g.finished_at >= ${begin} and g.finished_at < ${end} and p.created_at < ${begin}) as returning,
      (select count(*) from payments where paid_at >= ${begin} and paid_at < ${end}) as payments,
      (select coalesce(sum(stars), 0)::bigint from payments
        where paid_at >= ${begin} and paid_at < ${end} and state <> 'refunded') as stars`.execute(db);
  return rows[0] ?? { newPeople: 0, returning: 0, payments: 0, stars: 0 };
}
