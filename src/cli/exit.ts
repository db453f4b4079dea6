import { CommanderError } from 'commander';
import pc from 'picocolors';
import { SettingsError } from '#app';
import { isAppError } from '#platform';

/** Exit codes: 0 done · 1 failed · 2 the caller's mistake: arguments or settings. */
const exits = { failed: 1, usage: 2 } as const;

/** A call that cannot be carried out as it was put; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Tells an error in one clear message and says how the process is to end. */
export function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exits.usage;
  const callersMistake = error instanceof SettingsError || error instanceof UsageError;
  console.error(pc.red(callersMistake || isAppError(error) ? error.message : detail(error)));
  return callersMistake ? exits.usage : exits.failed;
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
