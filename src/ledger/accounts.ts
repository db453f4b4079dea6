/** The accounts of the house; a person's is `person:<id>`. The migration's CHECK names the same five. */
export const houseAccounts = ['income', 'stars', 'grants', 'refunds', 'operator'] as const;

export type HouseAccount = (typeof houseAccounts)[number];

/** Where credits that a person receives come from. */
export const topUpAccounts = {
  start: 'grants',
  stars: 'stars',
  operator: 'operator',
  promo: 'grants',
  referral: 'grants',
  /** A refund that Telegram refused: its credits come back. */
  'refund-undone': 'refunds',
} as const satisfies Record<string, HouseAccount>;

export type TopUpSource = keyof typeof topUpAccounts;

/** Where credits taken from a person go. */
export const withdrawAccounts = {
  refund: 'refunds',
  'operator-withdrawal': 'operator',
} as const satisfies Record<string, HouseAccount>;

export type WithdrawReason = keyof typeof withdrawAccounts;

/** What a transfer was for; the key of its phrase in the statement. */
export type TransferKind = 'spend' | 'free' | TopUpSource | WithdrawReason;

export function personAccount(personId: number): `person:${number}` {
  return `person:${personId}`;
}
