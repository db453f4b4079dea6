import { type Balance, balance } from '#ledger';
import { type Payment, paymentsOf } from '#payments';
import { getPerson, type Person } from '#people';
import { AppError, type Db } from '#platform';
import { type Action, auditLog } from './audit-log.ts';

const PAYMENTS = 5;
const ACTIONS = 5;

/** What an operator sees of somebody. */
export interface PersonCard {
  person: Person;
  balance: Balance;
  generations: { delivered: number; failed: number };
  /** Newest first. */
  payments: Payment[];
  /** What operators did to them, newest first. */
  actions: Action[];
}

/** @throws AppError `person-unknown` */
export async function personCard(db: Db, personId: number): Promise<PersonCard> {
  const person = await getPerson(db, personId);
  if (!person)
    throw new AppError('person-unknown', `There is no person ${personId}`, { values: { id: personId } });
  const generations = await db
    .selectFrom('generations')
    .where('person_id', '=', personId)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('state', '=', 'delivered').as('delivered'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
    ])
    .executeTakeFirstOrThrow();
  return {
    person,
    balance: await balance(db, personId),
    generations,
    payments: await paymentsOf(db, personId, PAYMENTS),
    actions: await auditLog(db, { limit: ACTIONS, subject: `person:${personId}` }),
  };
}
