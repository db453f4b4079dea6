import type { ColumnType, GeneratedAlways } from 'kysely';
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

declare global {
  interface Tables {
    operator_actions: OperatorActionsTable;
  }
}
