// What an operator can do, from the chat, the desk or the terminal

export { type ActionCode, actionCodes, type Done } from './act.ts';
export type { Actor, Order } from './actor.ts';
export type { Action } from './audit-log.ts';
// Broadcasts
export {
  type BroadcastRunner,
  runBroadcast,
  type SendBroadcast,
  type SentBroadcast,
  workOnBroadcasts,
} from './broadcast-run.ts';
export type { Audience, Broadcast, BroadcastOrder } from './broadcasts.ts';
// The registry against kie.ai's catalogue
export type { CatalogueReport, CatalogueState } from './catalogue/check.ts';
export { readCatalogue } from './catalogue/read.ts';
export type { CatalogueChecksTable, CatalogueReadingsTable } from './catalogue/tables.ts';
export { type CatalogueReader, workOnCatalogue } from './catalogue/work.ts';
// Telling whose credits were moved
export { type CreditsMoved, creditsMovedJob } from './credits-moved.ts';
// The desk: who may sit at it, what can be seen from it
export { createDeskAccess, type DeskAccess, type DeskSession } from './desk/access.ts';
export {
  forgetReplica,
  heartbeatMs,
  noteReplica,
  type Replica,
  type ServiceCalls,
} from './desk/replicas.ts';
export type { DeskLinksTable, DeskSessionsTable } from './desk/tables.ts';
// Errors an operator can meet
export { type OperatorErrorCode, operatorErrorCodes } from './errors.ts';
export type { FailingModel } from './failing-models.ts';
export { createFigures, type Figures, type Snapshot } from './figures/figures.ts';
// Figures
export type { Today } from './figures/today.ts';
// The room, built, and its jobs
export { operatorJobs } from './jobs.ts';
export { createOperator, type Operator, type OperatorOptions } from './operator.ts';
export { createPace, type Pace } from './pace.ts';
export type { CreditsDone, CreditsOrder, PersonOrder } from './people.ts';
export type { PersonCard } from './person-card.ts';
export type { GiveStarsBack, Refunded } from './refunds.ts';
// Its tables
export type { OperatorActionsTable } from './tables.ts';
// Under which terms everything is sold
export { openTerms, type TermsInForce } from './terms.ts';
