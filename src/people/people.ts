import { sql, type Updateable } from 'kysely';
import { assertTransaction, type Db, type Trx } from '#platform';
import { personUnknown } from './errors.ts';
import { type Person, personOf } from './person.ts';
import type { PeopleTable } from './tables.ts';

/** The person, or null. */
export async function getPerson(db: Db, personId: number): Promise<Person | null> {
  const row = await db.selectFrom('people').where('id', '=', personId).selectAll().executeTakeFirst();
  return row ? personOf(row) : null;
}

/** People by Telegram id, or by the beginning of a username (with or without @) or of a first name; last seen first. */
export async function findPeople(db: Db, query: string, limit = 10): Promise<Person[]> {
  const text = query.trim().replace(/^@/, '').toLowerCase();
  if (text === '') return [];
  const beginning = `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const id = /^\d{1,15}$/.test(text) ? Number(text) : null;
  const rows = await db
    .selectFrom('people')
    .where((eb) =>
      eb.or([
        sql<boolean>`lower(username) like ${beginning}`,
        sql<boolean>`lower(first_name) like ${beginning}`,
        ...(id === null ? [] : [eb('id', '=', id)]),
      ]),
    )
    .orderBy('last_seen_at', 'desc')
    .limit(limit)
    .selectAll()
    .execute();
  return rows.map(personOf);
}

/** The language the person chose; from now on it no longer follows Telegram's. @throws AppError `person-unknown` */
export async function setLocale(trx: Trx, personId: number, locale: string): Promise<Person> {
  return change(trx, personId, { locale, locale_chosen: true });
}

/** Messages no longer arrive (Telegram answered 403); {@link meet} takes the mark away. */
export async function markBotBlocked(trx: Trx, personId: number, at: Date): Promise<Person> {
  return change(trx, personId, { bot_blocked_at: at });
}

/** Messages arrive again. */
export async function markBotUnblocked(trx: Trx, personId: number): Promise<Person> {
  return change(trx, personId, { bot_blocked_at: null });
}

/** The person may no longer use the bot; what they own stays theirs. @throws AppError `person-unknown` */
export async function ban(trx: Trx, personId: number, at: Date): Promise<Person> {
  return change(trx, personId, { banned_at: at });
}

/** @throws AppError `person-unknown` */
export async function unban(trx: Trx, personId: number): Promise<Person> {
  return change(trx, personId, { banned_at: null });
}

async function change(trx: Trx, personId: number, values: Updateable<PeopleTable>): Promise<Person> {
  assertTransaction(trx);
  const row = await trx
    .updateTable('people')
    .set(values)
    .where('id', '=', personId)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw personUnknown(personId);
  return personOf(row);
}
