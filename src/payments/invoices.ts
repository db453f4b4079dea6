import { randomUUID } from 'node:crypto';
import { assertTransaction, type Db, type Trx } from '#platform';
import type { PreCheckoutReason } from './errors.ts';
import type { Pack } from './packs.ts';
import { isSubscribed } from './subscriptions.ts';

/** An offer to one person; `id` is the whole payload that Telegram carries. */
export interface Invoice {
  id: string;
  personId: number;
  packId: string;
  stars: number;
  credits: number;
  subscription: boolean;
  /** The draft that goes on by itself once this is paid. */
  waitingDraftId: string | null;
}

/** Writes down who may pay how much for what, before Telegram hears of it. */
export async function createInvoice(
  trx: Trx,
  { personId, pack, waitingDraftId, at }: { personId: number; pack: Pack; waitingDraftId?: string; at: Date },
): Promise<Invoice> {
  assertTransaction(trx);
  const terms = { stars: pack.stars, credits: pack.credits, subscription: pack.subscription ?? false };
  const invoice = {
    id: randomUUID(),
    personId,
    packId: pack.id,
    ...terms,
    waitingDraftId: waitingDraftId ?? null,
  };
  await trx
    .insertInto('invoices')
    .values({
      ...terms,
      id: invoice.id,
      person_id: personId,
      pack_id: pack.id,
      waiting_draft_id: invoice.waitingDraftId,
      draft_settled_at: null,
      created_at: at,
    })
    .execute();
  return invoice;
}

export type PreCheckoutAnswer = { ok: true } | { ok: false; reason: PreCheckoutReason };

/**
 * May Telegram take the money? A read or two, because Telegram waits 10 seconds at most
 * (facts: pre_checkout_query).
 */
export async function checkPreCheckout(
  db: Db,
  query: { personId: number; payload: string; currency: string; totalAmount: number; at: Date },
): Promise<PreCheckoutAnswer> {
  const invoice = await db
    .selectFrom('invoices as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .where('i.id', '=', query.payload)
    .select(['i.person_id', 'i.stars', 'i.subscription', 'p.banned_at'])
    .select((eb) => eb.exists(eb.selectFrom('payments').whereRef('invoice_id', '=', 'i.id')).as('paid'))
    .executeTakeFirst();
  const refuse = (reason: PreCheckoutReason) => ({ ok: false as const, reason });
  if (!invoice) return refuse('invoice-unknown');
  if (invoice.person_id !== query.personId) return refuse('invoice-not-yours');
  if (invoice.banned_at) return refuse('person-banned');
  if (query.currency !== 'XTR' || query.totalAmount !== invoice.stars) return refuse('invoice-changed');
  if (invoice.paid && !invoice.subscription) return refuse('invoice-paid');
  if (invoice.subscription && (await isSubscribed(db, query.personId, query.at)))
    return refuse('subscription-runs');
  return { ok: true };
}

export interface WaitingDraft {
  invoiceId: string;
  personId: number;
  draftId: string;
}

/** Drafts that wait for nothing any more: their invoice is paid, but nobody has gone on with them yet. */
export async function waitingDrafts(db: Db, limit = 100): Promise<WaitingDraft[]> {
  return db
    .selectFrom('invoices')
    .where('waiting_draft_id', 'is not', null)
    .where('draft_settled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb.selectFrom('payments').whereRef('invoice_id', '=', 'invoices.id').where('state', '=', 'credited'),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .select(['id as invoiceId', 'person_id as personId'])
    .select((eb) => eb.ref('waiting_draft_id').$notNull().as('draftId'))
    .execute();
}

/** The waiting draft was submitted or is not wanted any more. @returns false when it was settled before */
export async function settleWaitingDraft(trx: Trx, invoiceId: string, at: Date): Promise<boolean> {
  assertTransaction(trx);
  const row = await trx
    .updateTable('invoices')
    .set({ draft_settled_at: at })
    .where('id', '=', invoiceId)
    .where('draft_settled_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
