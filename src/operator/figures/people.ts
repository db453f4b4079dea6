import { type ExpressionBuilder, sql } from 'kysely';
import { getPerson, type Person } from '#people';
import { AppError, type Db } from '#platform';
import { type Page, type PageOrder, pageOf, readPlace } from './page.ts';

export interface PersonRow {
  id: number;
  firstName: string;
  username: string | null;
  locale: string;
  available: number;
  held: number;
  bannedAt: Date | null;
  botBlockedAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export interface PeopleOrder extends PageOrder {
  /** A Telegram id, or the beginning of a username or of a first name. */
  search?: string | undefined;
  banned?: boolean | undefined;
}

/** People, who came last first. An account is one look by its key: a plain join may read them all. */
export async function peoplePage(
  db: Db,
  { after, limit, search, banned }: PeopleOrder,
): Promise<Page<PersonRow>> {
  const place = after === undefined ? null : readPlace(after);
  const rows = await db
    .selectFrom('people as p')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('ledger_accounts')
          .whereRef('person_id', '=', 'p.id')
          .limit(1)
          .select(['balance', 'held'])
          .as('a'),
      (join) => join.onTrue(),
    )
    .$if(banned === true, (query) => query.where('p.banned_at', 'is not', null))
    .$if(search !== undefined, (query) => query.where((of) => answers(of, search ?? '')))
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(p.created_at, p.id) < (${place?.at}::timestamptz, ${place?.key}::bigint)`),
    )
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit + 1)
    .select(['p.id', 'p.first_name as firstName', 'p.username', 'p.locale', 'p.banned_at as bannedAt'])
    .select(['p.bot_blocked_at as botBlockedAt', 'p.created_at as createdAt', 'p.last_seen_at as lastSeenAt'])
    .select([
      sql<number>`coalesce(a.balance - a.held, 0)`.as('available'),
      sql<number>`coalesce(a.held, 0)`.as('held'),
    ])
    .execute();
  return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, key: String(id) }));
}

/** Every branch has an index; a search may not look at everybody. */
function answers(of: ExpressionBuilder<Tables & { p: Tables['people'] }, 'p'>, search: string) {
  const text = search.trim().replace(/^@/, '').toLowerCase();
  const beginning = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return of.or([
    sql<boolean>`lower(p.username) like ${beginning}`,
    sql<boolean>`lower(p.first_name) like ${beginning}`,
    ...(/^\d{1,15}$/.test(text) ? [of('p.id', '=', Number(text))] : []),
  ]);
}

/** A person with all counts. @throws AppError `person-unknown` */
export async function personCard(
  db: Db,
  id: number,
): Promise<{ person: Person; open: number; invited: number }> {
  const person = await getPerson(db, id);
  if (!person) throw new AppError('person-unknown', `There is no person ${id}`, { values: { id } });
  const { rows } = await sql<{ open: number; invited: number }>`
    select (select count(*) from generations g where g.person_id = ${id}
        and g.state = any (array['queued', 'submitting', 'uncertain', 'running', 'succeeded'])) as open,
      (select count(*) from referrals r where r.invited_by = ${id}) as invited`.execute(db);
  return { person, open: rows[0]?.open ?? 0, invited: rows[0]?.invited ?? 0 };
}
