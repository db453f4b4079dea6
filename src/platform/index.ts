// Named points where a crash test may kill the process
export { checkpoint } from './checkpoint.ts';
// Time
export { type Clock, systemClock } from './clock.ts';
// The database
export {
  assertTransaction,
  type Database,
  type Db,
  type OpenDatabaseOptions,
  openDatabase,
  type Trx,
} from './database.ts';
// Errors a person can meet
export {
  AppError,
  type AppErrorDetails,
  isAppError,
  type PlatformErrorCode,
  platformErrorCodes,
} from './errors.ts';
// Durable jobs
export { defineJob, type JobDefinition, type JobOptions } from './job.ts';
// The one process that serves a bot
export {
  acquireSingleton,
  type SingletonLock,
  type SingletonOptions,
  singletonHolder,
  singletonKey,
  waitForSingleton,
} from './lock.ts';
// Logs, free of secrets
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './log.ts';
// What happened, for whoever counts
export { type Measurement, measure, onMeasurement, secondsSince } from './measure.ts';
// The schema
export { type MigrateOptions, migrate } from './migrate.ts';
// Images of the embedded database
export { cachedImage, dumpImage } from './pglite-image.ts';
export {
  createQueue,
  type JobHandler,
  type JobRun,
  type Queue,
  type QueueOptions,
  type SendOptions,
  type WorkOptions,
} from './queue.ts';
export type { QueueCounts } from './queue-counts.ts';
// Secrets
export { sameSecret } from './same-secret.ts';
export { schemaDump } from './schema-dump.ts';
export type { SchemaMigrationsTable } from './tables.ts';
// Traces over processes
export { continueTrace, type StepFacts, step, traceparent } from './trace.ts';
