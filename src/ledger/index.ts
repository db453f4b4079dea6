// What a person owns, and what every movement was for

// Credits in and out
export type { HouseAccount, TopUpSource, TransferKind, WithdrawReason } from './accounts.ts';
// The proof that the books are right
export { type Audit, audit, type Finding } from './audit.ts';
export { auditChecks, type Check, sqlCheck } from './audit-checks.ts';
// Errors a person can meet
export { type LedgerErrorCode, ledgerErrorCodes } from './errors.ts';
// Two-phase transfers: hold, then capture or release
export { capture, type Hold, hold, holdFree, release } from './hold.ts';
export { type Balance, balance, balances, type StatementEntry, statement } from './statement.ts';
// Its tables
export type { LedgerAccountsTable, LedgerTransfersTable } from './tables.ts';
export { type TopUp, topUp, type Withdrawal, withdraw } from './top-up.ts';
