import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Actor } from './actor.ts';

export interface OperatorActionsTable {
  id: GeneratedAlways<number>;
  key: string;
  at: Date;
  via: Actor['via'];
  admin_id: number | null;
  code: string;
  subject: string;
  reason: string;
  details: ColumnType<Record<string, unknown>, string, never>;
}

export interface TermsOfSaleTable {
  only_row: Generated<boolean>;
  /** Decimal. */
  markup: string;
}

export interface ModelsSwitchedOffTable {
  model_id: string;
  since: Date;
}

declare global {
  interface Tables {
    operator_actions: OperatorActionsTable;
    terms_of_sale: TermsOfSaleTable;
    models_switched_off: ModelsSwitchedOffTable;
  }
}
