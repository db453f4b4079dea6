import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock, Database, Trx } from '#platform';
import { assertOperator, type Order } from './actor.ts';

/** What the acts of this room need. */
export interface Ground {
  database: Database;
  clock: Clock;
  adminIds: readonly number[];
}

/** Every act that the audit log knows. */
export const actionCodes = [
  'credits-granted',
  'credits-taken',
  'person-blocked',
  'person-unblocked',
  'payment-refunded',
  'payment-credited',
  'purchase-attached',
  'purchase-released',
  'purchase-retried',
  'model-switched-off',
  'model-switched-on',
  'markup-set',
  'promo-created',
  'promo-closed',
  'catalogue-compared',
  'broadcast-started',
  'broadcast-paused',
  'broadcast-resumed',
  'broadcast-cancelled',
] as const;

export type ActionCode = (typeof actionCodes)[number];

export interface Deed {
  code: ActionCode;
  /** What it is done to, e.g. `person:42`. */
  subject: string;
}

/** `already`: this very order was carried out before; `details` are those of that time. */
export interface Done<Details> {
  outcome: 'done' | 'already';
  details: Details;
}

/**
 * The one way in which an operator acts: the work and its row of the audit log in one transaction, once per key.
 * What the work answers are the details of the row; they must survive JSON.
 *
 * @throws AppError `not-operator`, and whatever the work throws
 */
export async function act<Details extends object>(
  { database, clock, adminIds }: Ground,
  order: Order & Deed,
  work: (trx: Trx, at: Date) => Promise<Details>,
): Promise<Done<Details>> {
  assertOperator(order.actor, adminIds);
  const { key = randomUUID(), actor, code, subject, reason } = order;
  const at = clock.now();
  return database.transaction(async (trx): Promise<Done<Details>> => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`operator:${key}`}, 0))`.execute(trx);
    const before = await trx
      .selectFrom('operator_actions')
      .where('key', '=', key)
      .select('details')
      .executeTakeFirst();
    if (before) return { outcome: 'already', details: before.details as Details };
    const details = await work(trx, at);
    const { via, adminId } = actor;
    await trx
      .insertInto('operator_actions')
      .values({ key, at, via, admin_id: adminId, code, subject, reason, details: JSON.stringify(details) })
      .execute();
    return { outcome: 'done', details };
  });
}
