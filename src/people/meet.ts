import { randomBytes } from 'node:crypto';
import { assertTransaction, type Trx } from '#platform';
import { type Person, type Profile, personOf } from './person.ts';

/**
 * Writes down that somebody is here: a new person, or the known one with today's name. Whoever writes
 * to the bot does not block it, so that mark goes. The language follows Telegram's until it is chosen.
 */
export async function meet(
  trx: Trx,
  profile: Profile,
  at: Date,
): Promise<{ person: Person; isNew: boolean }> {
  assertTransaction(trx);
  const known = await greet(trx, profile, at);
  if (known) return { person: known, isNew: false };
  const added = await add(trx, profile, at);
  if (added) return { person: added, isNew: true };
  const meanwhile = await greet(trx, profile, at);
  if (!meanwhile) throw new Error(`people: person ${profile.id} could not be added`);
  return { person: meanwhile, isNew: false };
}

async function greet(trx: Trx, profile: Profile, at: Date): Promise<Person | undefined> {
  const row = await trx
    .updateTable('people')
    .set((eb) => ({
      first_name: profile.firstName,
      username: profile.username ?? null,
      locale: eb.case().when('locale_chosen', '=', true).then(eb.ref('locale')).else(profile.locale).end(),
      bot_blocked_at: null,
      last_seen_at: at,
    }))
    .where('id', '=', profile.id)
    .returningAll()
    .executeTakeFirst();
  return row && personOf(row);
}

async function add(trx: Trx, profile: Profile, at: Date): Promise<Person | undefined> {
  const row = await trx
    .insertInto('people')
    .values({
      id: profile.id,
      first_name: profile.firstName,
      username: profile.username ?? null,
      locale: profile.locale,
      referral_code: randomBytes(9).toString('base64url'),
      created_at: at,
      last_seen_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && personOf(row);
}
