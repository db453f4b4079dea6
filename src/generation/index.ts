// The room, built from its collaborators

export { attachmentIds, attachmentRef, isAttachmentRef } from './attachment-refs.ts';
// What must be true of it
export { generationChecks } from './audit.ts';
export type { Collaborators, GenerationConfig } from './collaborators.ts';
export { defaultGenerationConfig } from './collaborators.ts';
// What can go wrong
export { type GenerationErrorCode, generationErrorCodes, InvalidInputError } from './errors.ts';
export { deliveredModels } from './estimate.ts';
export { type FailureCode, failureCodes } from './failure.ts';
export type { FreeDaily, FreeToday } from './free-today.ts';
// What the edges ask of it
export type { Attachments, Drafts, Generations } from './generations.ts';
export type { KieGenerationHandler, UserInput } from './handle.ts';
export { generationJobs } from './jobs.ts';
export { MessengerError, type MessengerErrorCode, type MessengerErrorDetails } from './messenger-error.ts';
// Our account at kie.ai
export { type MoneyLine, type MoneyReport, moneyReport } from './money-report.ts';
export {
  askProvider,
  assertProviderOpen,
  levelOf,
  type ProviderLevel,
  type ProviderLimits,
  providerAccount,
  watchProviderAccount,
} from './provider-account.ts';
export { guardProvider, type ProviderGuard } from './provider-guard.ts';
// Purchases that kie.ai never confirmed
export { createPurchases, findUncertain, type Purchases } from './purchases.ts';
export { listUncertain, type UncertainPurchase } from './resolve-uncertain.ts';
export type { OpenFile } from './result-file.ts';
export { createGenerations, type GenerationService } from './service.ts';
export { type GenerationState, isFinal } from './states.ts';
// Its tables and jobs
export type {} from './tables.ts';
// Its words
export type {
  AlertCode,
  Attachment,
  AttachmentSource,
  Draft,
  Failure,
  Generation,
  Intent,
  LinkedMedia,
  LoadedMedia,
  MediaKind,
  Messenger,
  Operators,
  Part,
  PartToSend,
  Place,
  Preset,
  Result,
  ResultMedia,
  SentItem,
  Status,
  UsedModel,
} from './types.ts';
export { alertCodes } from './types.ts';
export { maxUploadBytes } from './uploads.ts';
export { videoFacts } from './video-facts.ts';
