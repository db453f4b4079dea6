import type { Selectable } from 'kysely';
import { assertTransaction, type Db, type Trx } from '#platform';
import type { Charge } from './record-payment.ts';
import type { InvoicesTable, SubscriptionsTable } from './tables.ts';

/** The only period Telegram has (facts: subscription_period 2592000). */
const PERIOD_MS = 2_592_000_000;

export interface Subscription {
  invoiceId: string;
  personId: number;
  packId: string;
  stars: number;
  credits: number;
  /** The charge id that `editUserStarSubscription` wants. */
  chargeId: string;
  /** `canceled` still counts until `paidUntil`; `failed`: a renewal could not be paid. */
  state: SubscriptionsTable['state'];
  paidUntil: Date;
}

/** A person's subscriptions, the longest paid first. */
export async function subscriptionsOf(db: Db, personId: number): Promise<Subscription[]> {
  return db
    .selectFrom('subscriptions as s')
    .innerJoin('invoices as i', 'i.id', 's.invoice_id')
    .where('s.person_id', '=', personId)
    .orderBy('s.paid_until', 'desc')
    .select(['s.invoice_id as invoiceId', 's.person_id as personId', 's.charge_id as chargeId', 's.state'])
    .select(['s.paid_until as paidUntil', 'i.pack_id as packId', 'i.stars', 'i.credits'])
    .execute();
}

/**
 * Opens the subscription with its first payment and lengthens it with each later one, in whatever order they turn up.
 *
 * @returns until when this charge has paid it
 */
export async function extendSubscription(
  trx: Trx,
  { invoice, charge, at }: { invoice: Selectable<InvoicesTable>; charge: Charge; at: Date },
): Promise<Date> {
  const paidUntil = charge.subscriptionUntil ?? new Date(charge.paidAt.getTime() + PERIOD_MS);
  await trx
    .insertInto('subscriptions')
    .values({
      invoice_id: invoice.id,
      person_id: invoice.person_id,
      charge_id: charge.chargeId,
      state: 'active',
      paid_until: paidUntil,
      changed_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('invoice_id')
        .doUpdateSet({ state: 'active', paid_until: paidUntil, changed_at: at })
        .where('subscriptions.paid_until', '<', paidUntil),
    )
    .execute();
  await trx
    .updateTable('subscriptions')
    .set((subscription) => ({
      charge_id: subscription
        .selectFrom('payments')
        .where('invoice_id', '=', invoice.id)
        .where('problem', 'is', null)
        .orderBy('paid_at')
        .orderBy('recorded_at')
        .limit(1)
        .select('charge_id')
        .$asScalar()
        .$notNull(),
    }))
    .where('invoice_id', '=', invoice.id)
    .execute();
  return paidUntil;
}

/** How long before its end a paid month no longer speaks against a payment: that may be its renewal. */
const RENEWAL_MS = 3 * 86_400_000;

/** Whether a person has paid for a month that goes on for a while, so that a second subscription would be a mistake. */
export async function isSubscribed(db: Db, personId: number, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom('subscriptions')
    .where('person_id', '=', personId)
    .where('paid_until', '>', new Date(at.getTime() + RENEWAL_MS))
    .select('invoice_id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether another charge has paid the same month, of whichever link: both were made before either was known. Locks the
 * person, so that of two at once one is the first.
 */
export async function isPaidTwice(
  trx: Trx,
  personId: number,
  { chargeId, paidAt }: Pick<Charge, 'chargeId' | 'paidAt'>,
): Promise<boolean> {
  await trx.selectFrom('people').where('id', '=', personId).select('id').forNoKeyUpdate().execute();
  const apartMs = PERIOD_MS - RENEWAL_MS;
  const other = await trx
    .selectFrom('payments as p')
    .innerJoin('invoices as i', 'i.id', 'p.invoice_id')
    .where('i.person_id', '=', personId)
    .where('i.subscription', '=', true)
    .where('p.state', '=', 'credited')
    .where('p.charge_id', '<>', chargeId)
    .where('p.paid_at', '>', new Date(paidAt.getTime() - apartMs))
    .where('p.paid_at', '<', new Date(paidAt.getTime() + apartMs))
    .select('p.charge_id')
    .executeTakeFirst();
  return other !== undefined;
}

/**
 * Keeps what Telegram says about a subscription: the person canceled it, took it up again, or could
 * not pay. The same call follows a cancellation by the bot itself (`editUserStarSubscription`).
 *
 * @returns false for a subscription we do not know
 */
export async function noticeSubscription(
  trx: Trx,
  { payload, state, at }: { payload: string; state: Subscription['state']; at: Date },
): Promise<boolean> {
  assertTransaction(trx);
  const row = await trx
    .updateTable('subscriptions')
    .set({ state, changed_at: at })
    .where('invoice_id', '=', payload)
    .returning('invoice_id')
    .executeTakeFirst();
  return row !== undefined;
}
