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

export interface BroadcastsTable {
  id: GeneratedAlways<number>;
  text: string;
  entities: ColumnType<object[], string, never>;
  locale: string | null;
  active_days: number | null;
  state: 'draft' | 'running' | 'paused' | 'cancelled' | 'done';
  created_at: Date;
  started_at: ColumnType<Date | null, Date | undefined, Date>;
  ended_at: ColumnType<Date | null, Date | undefined, Date>;
  listed_to: Generated<number>;
  listed_all: Generated<boolean>;
  total: Generated<number>;
  sent: Generated<number>;
  gone: Generated<number>;
  failed: Generated<number>;
  unsure: Generated<number>;
  lease: ColumnType<string | null, never, string | null>;
  leased_until: ColumnType<Date | null, never, Date | null>;
}

export interface BroadcastRecipientsTable {
  broadcast_id: number;
  person_id: number;
  state: 'pending' | 'sending' | 'sent' | 'gone' | 'failed' | 'unsure';
  at: Date;
}

declare global {
  interface Tables {
    operator_actions: OperatorActionsTable;
    terms_of_sale: TermsOfSaleTable;
    models_switched_off: ModelsSwitchedOffTable;
    broadcasts: BroadcastsTable;
    broadcast_recipients: BroadcastRecipientsTable;
  }
}
