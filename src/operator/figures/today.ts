import { sql } from 'kysely';
import { type MoneyLine, moneyReport } from '#generation';
import { dayIn } from '#people';
import type { Db } from '#platform';
import { dayCounts } from './days.ts';

/** The operator's day so far. */
export interface Today {
  /** `YYYY-MM-DD`. */
  day: string;
  newPeople: number;
  /** People who were here today. */
  activePeople: number;
  /** Generations under way now. */
  underWay: number;
  payments: number;
  /** Stars of these payments, those given back since left out. */
  stars: number;
  /** Of the generations that ended today. */
  money: MoneyLine;
}

/** Figures of the day of `at` in an IANA time zone. */
export async function today(db: Db, { at, timeZone }: { at: Date; timeZone: string }): Promise<Today> {
  const day = dayIn(at, timeZone);
  const begin = sql<Date>`(${day}::date)::timestamp at time zone ${timeZone}`;
  const { rows } = await sql<Pick<Today, 'activePeople' | 'underWay'>>`
    select
      (select count(*) from people where last_seen_at >= ${begin}) as "activePeople",
      (select count(*) from generations
        where state in ('queued', 'submitting', 'uncertain', 'running', 'succeeded')) as "underWay"`.execute(
    db,
  );
  const [present] = rows;
  if (!present) throw new Error('operator: the figures of a day have no row');
  const { total: money } = await moneyReport(db, { from: day, to: day, timeZone });
  const { newPeople, payments, stars } = await dayCounts(db, day, timeZone);
  return { day, ...present, newPeople, payments, stars, money };
}
