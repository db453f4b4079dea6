// What an operator can do, from the chat, the desk or the terminal

export { type ActionCode, actionCodes, type Done } from './act.ts';
export type { Actor, Order } from './actor.ts';
export type { Action } from './audit-log.ts';
// Errors an operator can meet
export { type OperatorErrorCode, operatorErrorCodes } from './errors.ts';
export type { FailingModel } from './failing-models.ts';
// Figures
export type { Today } from './figures/today.ts';
// The room, built
export { createOperator, type Operator, type OperatorOptions } from './operator.ts';
export type { CreditsDone, CreditsOrder, PersonOrder } from './people.ts';
export type { PersonCard } from './person-card.ts';
export type { GiveStarsBack, Refunded } from './refunds.ts';
// Its tables
export type { OperatorActionsTable } from './tables.ts';
// Under which terms everything is sold
export { openTerms, type TermsInForce } from './terms.ts';
