import type { Done, Ground } from './act.ts';
import { type Action, auditLog } from './audit-log.ts';
import {
  block,
  type CreditsDone,
  type CreditsOrder,
  grant,
  type PersonOrder,
  take,
  unblock,
} from './people.ts';

/**
 * What an operator can do, the same in the chat, at the desk and in the terminal. Every method that changes something
 * writes its row of the audit log in the same transaction and throws AppError `not-operator` for anybody else.
 */
export interface Operator {
  /** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing` */
  grant(order: CreditsOrder): Promise<CreditsDone>;
  /** @throws AppError `person-unknown`, `amount-invalid`, `reason-missing`, `balance-too-low` */
  take(order: CreditsOrder): Promise<CreditsDone>;
  /** @throws AppError `person-unknown`, `operator-not-blockable` */
  block(order: PersonOrder): Promise<Done<object>>;
  /** @throws AppError `person-unknown` */
  unblock(order: PersonOrder): Promise<Done<object>>;
  /** Newest first; `subject` e.g. `person:42`, `before` an action's id. */
  auditLog(page: { limit: number; before?: number; subject?: string }): Promise<Action[]>;
}

export type OperatorOptions = Ground;

/** The room, built from its collaborators. */
export function createOperator(ground: OperatorOptions): Operator {
  return {
    grant: (order) => grant(ground, order),
    take: (order) => take(ground, order),
    block: (order) => block(ground, order),
    unblock: (order) => unblock(ground, order),
    auditLog: (page) => auditLog(ground.database.db, page),
  };
}
