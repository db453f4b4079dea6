/** Why Telegram is told not to take the money; each is a phrase key. */
export const preCheckoutReasons = [
  'invoice-unknown',
  'invoice-not-yours',
  'invoice-changed',
  'invoice-paid',
  'subscription-runs',
  'person-banned',
] as const;

export type PreCheckoutReason = (typeof preCheckoutReasons)[number];

/** Every code a person or an operator can meet here; each one has a phrase in every locale. */
export const paymentsErrorCodes = [
  ...preCheckoutReasons,
  'payment-unknown',
  'payment-already-credited',
  'payment-already-refunded',
  'refund-credits-spent',
  'promo-unknown',
  'promo-expired',
  'promo-used-up',
  'promo-already-used',
  'promo-exists',
  'promo-invalid',
] as const;

export type PaymentsErrorCode = (typeof paymentsErrorCodes)[number];
