import type { Generated } from 'kysely';

export interface InvoicesTable {
  id: string;
  person_id: number;
  pack_id: string;
  stars: number;
  credits: number;
  subscription: boolean;
  waiting_draft_id: string | null;
  draft_settled_at: Date | null;
  created_at: Date;
}

export interface PaymentsTable {
  charge_id: string;
  invoice_id: string | null;
  payload: string;
  payer_id: number;
  stars: number;
  credits: number;
  state: 'credited' | 'unmatched' | 'refunding' | 'refunded';
  problem: PaymentProblem | null;
  source: 'update' | 'reconcile';
  paid_at: Date;
  recorded_at: Date;
  withdrawn: Generated<number>;
  refund_attempts: Generated<number>;
  refund_reason: string | null;
  refunded_at: Date | null;
}

/** Why a payment could not be credited by itself. */
export type PaymentProblem =
  | 'invoice-unknown'
  | 'amount-differs'
  | 'payer-differs'
  /** A month of the subscription is paid already: this charge opened a second one at Telegram, and goes back. */
  | 'subscription-twice'
  | 'refunded-before-recorded';

export interface SubscriptionsTable {
  invoice_id: string;
  person_id: number;
  charge_id: string;
  state: 'active' | 'canceled' | 'failed';
  paid_until: Date;
  changed_at: Date;
}

export interface StarTransactionsSeenTable {
  only_row: Generated<boolean>;
  seen: number;
}

export interface PromoCodesTable {
  code: string;
  credits: number;
  max_uses: number | null;
  uses: Generated<number>;
  expires_at: Date | null;
  created_at: Date;
}

export interface PromoUsesTable {
  code: string;
  person_id: number;
  at: Date;
}

declare global {
  interface Tables {
    invoices: InvoicesTable;
    payments: PaymentsTable;
    subscriptions: SubscriptionsTable;
    star_transactions_seen: StarTransactionsSeenTable;
    promo_codes: PromoCodesTable;
    promo_uses: PromoUsesTable;
  }
}
