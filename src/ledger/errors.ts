/** Every code this room throws; each one has a phrase in every locale. */
export const ledgerErrorCodes = [
  'balance-too-low',
  'hold-already-captured',
  'hold-already-released',
] as const;

export type LedgerErrorCode = (typeof ledgerErrorCodes)[number];
