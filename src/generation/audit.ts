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
    'delivered-means-sent-or-kept',
    sql`
      select 'generation ' || g.id || ' is delivered, its part ' || p.index || ' is ' || p.state as detail
      from generations g join parts p on p.generation_id = g.id
      where g.state = 'delivered' and p.state not in ('sent', 'kept')`,
  ),
];
