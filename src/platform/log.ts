import { type Logger as PinoLogger, pino } from 'pino';
import { formatLogLine } from './log-line.ts';
import { createRedactor } from './redact.ts';
import { traceFields } from './trace.ts';

export type Logger = PinoLogger;
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface LoggerOptions {
  level: LogLevel;
  /** Texts that must never leave the process: tokens, keys, passwords. */
  secrets: readonly string[];
  /** Where finished lines go; standard error when left out. */
  destination?: { write(line: string): void };
}

/**
 * Makes the logger: one JSON object per line, or one readable line each when standard error is a
 * terminal. Secrets are blanked in the finished line, so neither a message, nor an error's stack,
 * nor a URL inside a field can carry one out. Lines of a trace carry its id as `trace_id`.
 */
export function createLogger({ level, secrets, destination }: LoggerOptions): Logger {
  const redact = createRedactor(secrets);
  const readable = destination === undefined && process.stderr.isTTY === true;
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceFields,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => redact(readable ? formatLogLine(line) : line) },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}
