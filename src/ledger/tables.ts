import type { Generated, GeneratedAlways } from 'kysely';
import type { TransferKind } from './accounts.ts';

export interface LedgerAccountsTable {
  person_id: number;
  balance: Generated<number>;
  held: Generated<number>;
}

export interface LedgerTransfersTable {
  id: GeneratedAlways<number>;
  key: string;
  phase: 'pending' | 'posted' | 'voided';
  pending_id: number | null;
  person_id: number;
  from_account: string;
  to_account: string;
  amount: number;
  kind: TransferKind;
  memo: string;
  at: Date;
}

declare global {
  interface Tables {
    ledger_accounts: LedgerAccountsTable;
    ledger_transfers: LedgerTransfersTable;
  }
}
