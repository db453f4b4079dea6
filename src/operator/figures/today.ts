import { sql } from 'kysely';
import { type MoneyLine, moneyReport } from '#generation';
import { dayIn } from '#people';
import type { Db } from '#platform';

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
  const { rows } = await sql<Omit<Today, 'day' | 'money'>>`
    select
      (select count(*) from people where created_at >= ${begin}) as "newPeople",
      (select count(*) from people where last_seen_at >= ${begin}) as "activePeople",
      (select count(*) from generations
        where state in ('queued', 'submitting', 'uncertain', 'running', 'succeeded')) as "underWay",
      (select count(*) from payments where recorded_at >= ${begin}) as payments,
      (select coalesce(sum(stars), 0)::bigint from payments
        where recorded_at >= ${begin} and state <> 'refunded') as stars`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('operator: the figures of a day have no row');
  const { total: money } = await moneyReport(db, { from: day, to: day, timeZone });
  return { day, ...counts, money };
}
