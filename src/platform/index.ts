// Errors a person can meet

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
export {
  AppError,
  type AppErrorDetails,
  isAppError,
  type PlatformErrorCode,
  platformErrorCodes,
} from './errors.ts';
// Logs, free of secrets
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './log.ts';
// The schema
export { type MigrateOptions, migrate } from './migrate.ts';
export { schemaDump } from './schema-dump.ts';
export type { SchemaMigrationsTable } from './tables.ts';
