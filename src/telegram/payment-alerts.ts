/** What the operators are told about payments; each is a phrase key `alert-<code>` in every locale. */
export const paymentAlertCodes = ['payment-unmatched', 'payment-differs', 'refund-short'] as const;

export type PaymentAlertCode = (typeof paymentAlertCodes)[number];
