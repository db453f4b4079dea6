import { sql } from 'kysely';
import { type Check, sqlCheck } from '#ledger';

const holds = sql`
  select g.id, g.state, coalesce(settled.phase, 'open') as hold
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
    'charged-exactly-when-delivered',
    sql`
      select 'generation ' || id || ' is ' || state || ' and its hold ' || hold as detail from (${holds}) h
      where (state = 'delivered') <> (hold = 'posted')`,
  ),
  sqlCheck(
    'released-exactly-when-it-came-to-nothing',
    sql`
      select 'generation ' || id || ' is ' || state || ' and its hold ' || hold as detail from (${holds}) h
      where (state in ('failed', 'cancelled')) <> (hold = 'voided')`,
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
        or (g.state in ('failed', 'cancelled')) <> (u.given_back_at is not null)`,
  ),
  sqlCheck(
    'delivered-means-sent-or-kept',
    sql`
      select 'generation ' || g.id || ' is delivered, its part ' || p.index || ' is ' || p.state as detail
      from generations g join parts p on p.generation_id = g.id
      where g.state = 'delivered' and p.state not in ('sent', 'kept')`,
  ),
];
