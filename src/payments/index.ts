// First meeting: starting balance and invitation

// Proof, and errors a person can meet
export { paymentsAuditChecks } from './audit-checks.ts';
export {
  type PaymentsErrorCode,
  type PreCheckoutReason,
  paymentsErrorCodes,
  preCheckoutReasons,
} from './errors.ts';

// Buying credits with Telegram Stars: offer, pre-checkout, payment
export {
  checkPreCheckout,
  createInvoice,
  type Invoice,
  type PreCheckoutAnswer,
  settleWaitingDraft,
  type WaitingDraft,
  waitingDrafts,
} from './invoices.ts';
export { type Pack, packsFor } from './packs.ts';
export { getPayment, type Payment, paymentsOf, unmatchedPayments } from './payment.ts';
// Promo codes
export {
  closePromoCode,
  createPromoCode,
  type PromoCode,
  promoCodes,
  redeemPromoCode,
} from './promo-codes.ts';
// What Telegram's own books say
export {
  type FetchStarTransactions,
  type Reconciled,
  type ReconcileFinding,
  reconcile,
  type StarTransaction,
} from './reconcile.ts';
export {
  type Charge,
  creditUnmatchedPayment,
  type RecordedPayment,
  recordPayment,
} from './record-payment.ts';
export { type ReferralReward, rewardReferral } from './referral-reward.ts';
// Giving Stars back
export {
  beginRefund,
  finishRefund,
  type NoticedRefund,
  noticeRefund,
  pendingRefunds,
  type RefundOrder,
} from './refund.ts';
export { isSubscribed, noticeSubscription, type Subscription, subscriptionsOf } from './subscriptions.ts';
// Its tables
export type {
  InvoicesTable,
  PaymentProblem,
  PaymentsTable,
  PromoCodesTable,
  PromoUsesTable,
  StarTransactionsSeenTable,
  SubscriptionsTable,
} from './tables.ts';
export { type Welcome, welcome } from './welcome.ts';
