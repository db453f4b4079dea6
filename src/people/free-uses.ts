import { assertTransaction, type Db, type Trx } from '#platform';
import { dayIn } from './day.ts';
import { personUnknown } from './errors.ts';

/** A number of free uses a day, for a group of models. */
export interface Quota {
  /** The group's name. */
  name: string;
  /** Free uses per person and day. */
  perDay: number;
  /** The operator's IANA time zone, in which a day begins. */
  timeZone: string;
}

/** How many free uses a person has left on the day of `at`. */
export async function freeUsesLeft(db: Db, personId: number, quota: Quota, at: Date): Promise<number> {
  const { used } = await db
    .selectFrom('free_uses')
    .where('person_id', '=', personId)
    .where('quota', '=', quota.name)
    .where('day', '=', dayIn(at, quota.timeZone))
    .where('given_back_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .executeTakeFirstOrThrow();
  return Math.max(0, quota.perDay - used);
}

/**
 * Takes one free use of today, once per key; {@link giveBackFreeUse} with the same key returns it.
 * Holds the person's row until the transaction ends, so the last one goes to one taker only.
 *
 * @throws AppError `person-unknown`
 */
export async function reserveFreeUse(
  trx: Trx,
  { key, personId, quota, at }: { key: string; personId: number; quota: Quota; at: Date },
): Promise<'reserved' | 'already' | 'none-left'> {
  assertTransaction(trx);
  await lockPerson(trx, personId);
  const existing = await trx.selectFrom('free_uses').where('key', '=', key).select('key').executeTakeFirst();
  if (existing) return 'already';
  if ((await freeUsesLeft(trx, personId, quota, at)) === 0) return 'none-left';
  await trx
    .insertInto('free_uses')
    .values({
      key,
      person_id: personId,
      quota: quota.name,
      day: dayIn(at, quota.timeZone),
      reserved_at: at,
      given_back_at: null,
    })
    .execute();
  return 'reserved';
}

/** Returns a free use that came to nothing to the day it was taken from. */
export async function giveBackFreeUse(
  trx: Trx,
  { key, at }: { key: string; at: Date },
): Promise<'given-back' | 'already'> {
  assertTransaction(trx);
  const row = await trx
    .updateTable('free_uses')
    .set({ given_back_at: at })
    .where('key', '=', key)
    .where('given_back_at', 'is', null)
    .returning('key')
    .executeTakeFirst();
  return row ? 'given-back' : 'already';
}

async function lockPerson(trx: Trx, personId: number): Promise<void> {
  const row = await trx
    .selectFrom('people')
    .where('id', '=', personId)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw personUnknown(personId);
}
