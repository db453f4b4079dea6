import { sql } from 'kysely';
import type { Payment } from '#payments';
import type { Db } from '#platform';
import { type Page, type PageOrder, pageOf, readPlace } from './page.ts';

export interface PaymentRow extends Payment {
  /** Null for a payer who never met the bot. */
  firstName: string | null;
  refundReason: string | null;
}

export interface PaymentsOrder extends PageOrder {
  state?: Payment['state'] | undefined;
  payerId?: number | undefined;
}

/** Payments, the last first. A name is one look by its key: a join may read all people. */
export async function paymentsPage(
  db: Db,
  { after, limit, state, payerId }: PaymentsOrder,
): Promise<Page<PaymentRow>> {
  const place = after === undefined ? null : readPlace(after);
  const rows = await db
    .selectFrom('payments as y')
    .$if(state !== undefined, (query) => query.where('y.state', '=', state ?? 'credited'))
    .$if(payerId !== undefined, (query) => query.where('y.payer_id', '=', payerId ?? 0))
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(y.paid_at, y.charge_id) < (${place?.at}::timestamptz, ${place?.key}::text)`),
    )
    .orderBy('y.paid_at', 'desc')
    .orderBy('y.charge_id', 'desc')
    .limit(limit + 1)
    .select([
      'y.charge_id as chargeId',
      'y.invoice_id as invoiceId',
      'y.payer_id as payerId',
      'y.stars',
      'y.credits',
    ])
    .select(['y.state', 'y.problem', 'y.withdrawn', 'y.paid_at as paidAt', 'y.refund_reason as refundReason'])
    .select((of) =>
      of.selectFrom('people').whereRef('id', '=', 'y.payer_id').select('first_name').as('firstName'),
    )
    .execute();
  return pageOf(rows, limit, ({ paidAt, chargeId }) => ({ at: paidAt, key: chargeId }));
}
