// The client

// Downloads that are safe with foreign URLs
export { type Address, type AddressRules, isPublicAddress, type Lookup } from './address.ts';
// Callbacks, for receivers without a client
export { type Callback, parseCallback, type VerifyCallbackOptions, verifyCallback } from './callback.ts';
export type { CatalogueModel, ModelFilter, SuccessRatePoint } from './catalogue.ts';
export { DEFAULT_BASE_URL, DEFAULT_UPLOAD_BASE_URL, KieClient, type KieClientOptions } from './client.ts';
// Time and rhythm
export { type Clock, systemClock } from './clock.ts';
export { type DownloadInfo, type DownloadOptions, download, openDownload } from './download.ts';
// Errors: one class per cause
export {
  AbortedError,
  BlockedError,
  BrokenAnswerError,
  type BrokenKind,
  CallbackError,
  type CallbackRejection,
  DownloadError,
  type DownloadErrorCode,
  type Evidence,
  FeatureDisabledError,
  InvalidInputError,
  isTransient,
  KIE_ERROR_CODES,
  KieError,
  type KieErrorCode,
  MaintenanceError,
  NetworkError,
  NotFoundError,
  OutOfCreditsError,
  PausedError,
  RateLimitedError,
  RejectedError,
  RequestTimeoutError,
  ServerError,
  SubKeyLimitError,
  TaskFailedError,
  TaskNotFoundError,
  TaskTimeoutError,
  UnauthorizedError,
  UncertainError,
  UnknownModelError,
  UnknownStateError,
} from './errors.ts';
export type { UploadedFile, UploadFileOptions, UploadOptions, UploadSource } from './files.ts';
// Limits of the account
export {
  accountLimits,
  createKeyedLimiter,
  createLimiter,
  type KeyedLimiter,
  type Limiter,
  type LimiterOptions,
  type Limits,
} from './limiter.ts';
// Inputs by model
export type { ModelInputs } from './model-inputs.ts';
export { isFinished } from './record.ts';
export type { KieHooks, RequestInfo } from './request.ts';
export { pollDelay, pollRhythm } from './rhythm.ts';
export type { CreateTaskOptions, WaitOptions } from './tasks.ts';
// Words: tasks, results, options
export {
  type CallOptions,
  type InputOf,
  type ModelId,
  type Segment,
  TASK_STATES,
  type Task,
  type TaskHandle,
  type TaskResult,
  type TaskState,
  type Track,
} from './types.ts';
export { DEFAULT_POLL_MS, DEFAULT_WAIT_MS, INVISIBLE_MS, type WatchOptions } from './watch.ts';
