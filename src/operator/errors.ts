/** Every code this room throws; each one has a phrase in every locale. */
export const operatorErrorCodes = [
  'not-operator',
  'reason-missing',
  'amount-invalid',
  'operator-not-blockable',
  'markup-invalid',
  'broadcast-invalid',
  'broadcast-unknown',
  'broadcast-state',
  'catalogue-check-running',
  'desk-link-used',
] as const;

export type OperatorErrorCode = (typeof operatorErrorCodes)[number];
