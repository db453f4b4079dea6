import { sql } from 'kysely';
import type { Db } from '#platform';

/** How far the people have come who met the bot since a moment. */
export interface Funnel {
  met: number;
  /** Of these: ordered something. */
  ordered: number;
  /** Of these: have a result. */
  received: number;
  /** Of those who met the bot: have paid. */
  paid: number;
}

/** One look into an index for each of the newcomers and step. */
export async function funnelSince(db: Db, since: Date): Promise<Funnel> {
  const { rows } = await sql<Funnel>`
    select count(*) as met,
      count(*) filter (where exists (select from generations g where g.person_id = p.id)) as ordered,
      count(*) filter (where exists (select from generations g where g.person_id = p.id and g.state = 'delivered'))
        as received,
      count(*) filter (where exists (select from payments y where y.payer_id = p.id and y.state <> 'unmatched'))
        as paid
    from people p where p.created_at >= ${since}`.execute(db);
  return rows[0] ?? { met: 0, ordered: 0, received: 0, paid: 0 };
}
