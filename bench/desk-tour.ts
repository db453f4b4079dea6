import { sql } from 'kysely';
import { createDeskAccess } from '#operator';
import { type Database, systemClock } from '#platform';
import type { MeasuredBots } from './measured-bots.ts';

/** One of the old people: an operator from the start. */
export const operatorId = 10_000_001;

/**
 * What an operator looks at, with every filter that has a way of its own through the tables. Not among it: a draft of
 * a broadcast, which counts once a minute how many of all people it would reach.
 */
const pages = [
  ...[
    'live',
    'charts?days=7',
    'charts?days=30',
    'charts?days=90',
    'models',
    'catalogue',
    'audit',
    'broadcasts',
  ],
  ...['people', 'people?search=pers', 'people?search=10000007', 'people?banned=1', 'people/10000007'],
  ...['generations', 'generations?state=open', 'generations?state=running', 'generations?state=delivered'],
  ...['generations?state=failed', 'generations?state=cancelled', 'generations?person=10000007'],
  ...['payments', 'payments?state=credited', 'payments?state=refunded', 'payments?state=unmatched'],
  ...['payments?person=10000007', 'uncertain', 'promo', `audit?subject=person:${operatorId}`],
] as const;

/** Their next page, where there is one. */
const turned = ['people', 'generations', 'payments'] as const;

export interface DeskLook {
  path: string;
  ms: number;
}

/** Every page of the desk, asked for the first time and, where it is kept, as it is counted then. */
export async function lookAround({ database, ports }: MeasuredBots): Promise<DeskLook[]> {
  const access = createDeskAccess({ database, clock: systemClock, adminIds: [operatorId] });
  const { secret } = await access.openSession(operatorId);
  const headers = { 'x-desk': '1', authorization: `Bearer ${secret}` };
  const looks: DeskLook[] = [];
  const look = async (path: string) => {
    const from = performance.now();
    const answer = await fetch(`http://127.0.0.1:${ports.whole}/operator/api/${path}`, { headers });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
    looks.push({ path, ms: performance.now() - from });
    return text;
  };
  for (const path of pages) await look(path);
  for (const path of turned) {
    const { next } = JSON.parse(await look(path)) as { next: string | null };
    if (next !== null) await look(`${path}?after=${next}`);
  }
  for (const file of ['people', 'generations', 'payments', 'audit']) await look(`csv/${file}`);
  return looks;
}

/** What the other benchmarks leave out: every fiftieth of the old generations failed, everybody has paid once, and came one after the other. */
export async function addOldTrouble({ db }: Database): Promise<void> {
  await sql`
    update generations set state = 'failed', result = null, kie_credits = null,
      failure = '{"code":"provider-error","providerCode":"500","providerMessage":"Server exception"}'
    where id like 'old-%' and substr(id, 5)::int % 50 = 0`.execute(db);
  await sql`
    insert into payments (charge_id, payload, payer_id, stars, credits, state, source, paid_at, recorded_at, refunded_at)
    select 'old-' || id, '', id, 100, 100, case when id % 1000 = 0 then 'refunded' else 'credited' end, 'update',
      now() - id % 100000 * interval '1 minute', now(), case when id % 1000 = 0 then now() end
    from people where id > 10000000`.execute(db);
  await sql`
    update people set created_at = now() - (id - 10000000) * interval '10 minutes',
      last_seen_at = now() - (id - 10000000) * interval '5 minutes' where id > 10000000`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
