import { sql } from 'kysely';
import type { Db } from '#platform';

/** What one model, or all of them, brought and cost. Money is in our credits and in kie credits. */
export interface MoneyLine {
  delivered: number;
  failed: number;
  /** Captured from people, in credits. */
  income: number;
  /** Price of the free ones that were delivered, in credits: the house gave it, nobody paid. */
  given: number;
  /** What kie.ai took, in kie credits, also for results that could not be delivered. */
  spending: number;
  /** What the frozen quotes of the delivered ones expected kie.ai to take. */
  quoted: number;
  /** Ended without kie.ai telling its price, or never confirmed by it: `spending` may be higher by these. */
  spendingUnknown: number;
  /** `income` less `spending`, a credit counted as a kie credit. */
  margin: number;
  /** Credits of income per kie credit of spending; null without spending. */
  markup: number | null;
}

export interface MoneyReport {
  /** Days, both included, in `timeZone`. */
  from: string;
  to: string;
  timeZone: string;
  total: MoneyLine;
  /** Highest income first. */
  models: (MoneyLine & { modelId: string })[];
}

interface Period {
  /** `YYYY-MM-DD`. */
  from: string;
  /** `YYYY-MM-DD`, included. */
  to: string;
  /** IANA name. */
  timeZone: string;
}

type Sums = Omit<MoneyLine, 'margin' | 'markup'>;

/**
 * Income and spending of the generations that ended on these days; income is read from the ledger, by one look into
 * its index for each of them: a join may read the ledger whole.
 */
export async function moneyReport(db: Db, { from, to, timeZone }: Period): Promise<MoneyReport> {
  const { rows } = await sql<Sums & { modelId: string }>`
    select g.model_id as "modelId",
      count(*) filter (where g.state = 'delivered') as delivered,
      count(*) filter (where g.state = 'failed') as failed,
      coalesce(sum(g.captured) filter (where not g.free), 0)::bigint as income,
      coalesce(sum(g.captured) filter (where g.free), 0)::bigint as given,
      coalesce(sum(g.kie_credits::numeric), 0)::double precision as spending,
      coalesce(sum((g.quote->>'kieCredits')::numeric) filter (where g.state = 'delivered'), 0)::double precision
        as quoted,
      count(*) filter (where g.kie_credits is null
        and (g.state = 'delivered' or g.failure->>'code' in ('never-confirmed', 'timed-out'))) as "spendingUnknown"
    from (
      select ended.*, (
        select settled.amount from ledger_transfers held join ledger_transfers settled on settled.pending_id = held.id
        where held.key = 'generation:' || ended.id and held.pending_id is null and settled.phase = 'posted'
      ) as captured
      from generations ended
      where ended.finished_at >= (${from}::date)::timestamp at time zone ${timeZone}
        and ended.finished_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
        and ended.state in ('delivered', 'failed')
    ) as g
    group by g.model_id order by income desc, g.model_id`.execute(db);
  const models = rows.map((row) => ({ ...row, ...marginOf(row) }));
  const total = rows.reduce(add, { ...nothing });
  return { from, to, timeZone, total: { ...total, ...marginOf(total) }, models };
}

const nothing: Sums = {
  delivered: 0,
  failed: 0,
  income: 0,
  given: 0,
  spending: 0,
  quoted: 0,
  spendingUnknown: 0,
};

function add(a: Sums, b: Sums): Sums {
  return {
    delivered: a.delivered + b.delivered,
    failed: a.failed + b.failed,
    income: a.income + b.income,
    given: a.given + b.given,
    spending: exactly(a.spending + b.spending),
    quoted: exactly(a.quoted + b.quoted),
    spendingUnknown: a.spendingUnknown + b.spendingUnknown,
  };
}

function marginOf({ income, spending }: Sums): Pick<MoneyLine, 'margin' | 'markup'> {
  const markup = spending === 0 ? null : Math.round((income / spending) * 100) / 100;
  return { margin: exactly(income - spending), markup };
}

/** kie credits have at most a few decimals; sums of doubles are brought back to them. */
function exactly(kieCredits: number): number {
  return Math.round(kieCredits * 1e6) / 1e6;
}
