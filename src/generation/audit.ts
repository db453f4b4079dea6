import { sql } from 'kysely';
import { type Check, sqlCheck } from '#ledger';

const holds = sql`
  select g.id, g.state, g.gift, coalesce(settled.phase, 'open') as hold
  from generations g
  left join ledger_transfers held on held.key = 'generation:' || g.id and held.phase = 'pending'
  left join ledger_transfers settled on settled.pending_id = held.id`;

/** What must be true between generations and the ledger; each query finds what breaks it. */
export const generationChecks: readonly Check[] = [
  sqlCheck(
    'every-generation-holds-once',
    sql`
      select 'generation ' || g.id || ' holds nothing in the ledger' as detail from generations g
      where not exists (select from ledger_transfers t where t.key = 'generation:' || g.id and t.phase = 'pending')`,
  ),
  sqlCheck(
    'every-hold-is-of-a-generation',
    sql`
      select 'hold ' || t.key || ' of ' || t.amount || ' credits is of no generation of person ' || t.person_id
        || ' at that price' as detail
      from ledger_transfers t
      left join generations g on t.key = 'generation:' || g.id and g.person_id = t.person_id
        and g.credits = t.amount
      where t.phase = 'pending' and g.id is null`,
  ),
  sqlCheck(
    'held-is-sum-of-open-generations',
    sql`
      select 'person ' || a.person_id || ' has ' || a.held || ' held, the open generations cost '
        || coalesce(open.credits, 0) as detail
      from ledger_accounts a
      left join (
        select person_id, sum(credits) as credits from generations
        where state not in ('delivered', 'failed', 'cancelled') and not free and not gift group by person_id
      ) open on open.person_id = a.person_id
      where a.held <> coalesce(open.credits, 0)`,
  ),
  sqlCheck(
    'charged-exactly-when-delivered',
    sql`
      select 'generation ' || id || ' is ' || state || ' and its hold ' || hold as detail from (${holds}) h
      where (state = 'delivered' and not gift) <> (hold = 'posted')`,
  ),
  sqlCheck(
    'released-exactly-when-it-came-to-nothing',
    sql`
      select 'generation ' || id || ' is ' || state || ' and its hold ' || hold as detail from (${holds}) h
      where (state in ('failed', 'cancelled') or gift) <> (hold = 'voided')`,
  ),
  sqlCheck(
    'the-house-pays-exactly-the-free-ones',
    sql`
      select 'generation ' || g.id || case when g.free then ' is free' else ' is not free' end
        || ' and paid from ' || held.from_account as detail
      from generations g join ledger_transfers held on held.key = 'generation:' || g.id and held.phase = 'pending'
      where g.free <> (held.from_account = 'grants' and held.kind = 'free')`,
  ),
  sqlCheck(
    'free-uses-are-free-generations',
    sql`
      select 'generation ' || coalesce(g.id, '?') || ' is ' || coalesce(g.state, 'not there') || ', free use '
        || coalesce(u.key, '?') || case when u.key is null then ' is not there'
          when u.given_back_at is null then ' is taken' else ' was given back' end as detail
      from (select * from generations where free) g full join free_uses u on u.key = 'generation:' || g.id
      where g.id is null or u.key is null
        or (g.state in ('failed', 'cancelled') or g.gift) <> (u.given_back_at is not null)`,
  ),
  sqlCheck(
    'delivered-means-sent-or-kept',
    sql`
      select 'generation ' || g.id || ' is delivered, its part ' || p.index || ' is ' || p.state as detail
      from generations g join parts p on p.generation_id = g.id
      where g.state = 'delivered' and p.state not in ('sent', 'kept')
      union all
      select 'generation ' || g.id || ' is delivered without a single part' from generations g
      where g.state = 'delivered' and not exists (select from parts p where p.generation_id = g.id)`,
  ),
];
