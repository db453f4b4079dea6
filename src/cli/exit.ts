import { CommanderError } from 'commander';
import pc from 'picocolors';
import {
  KieError,
  OutOfCreditsError,
  TaskFailedError,
  TaskNotFoundError,
  TaskTimeoutError,
  UncertainError,
} from '#kie';
import { isAppError } from '#platform';
import { PricingError } from '#pricing';
import { RegistryError } from '#registry';
import { SettingsError } from '#settings';
import { InterruptedError, UsageError } from './errors.ts';
import { exits } from './exits.ts';

/** Tells an error in one clear message and says how the process is to end. */
export function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exits.usage;
  console.error(pc.red(isTold(error) ? error.message : detail(error)));
  return codeOf(error);
}

function codeOf(error: unknown): number {
  if (isCallersMistake(error)) return exits.usage;
  if (error instanceof InterruptedError) return exits.interrupted;
  if (error instanceof OutOfCreditsError) return exits.outOfCredits;
  if (error instanceof TaskTimeoutError) return exits.unfinished;
  return isRefusal(error) ? exits.refused : exits.failed;
}

function isCallersMistake(error: unknown): boolean {
  const mistakes = [SettingsError, UsageError, PricingError, RegistryError];
  return mistakes.some((mistake) => error instanceof mistake);
}

/** kie.ai answered, and the answer was no. */
function isRefusal(error: unknown): boolean {
  if (error instanceof TaskFailedError || error instanceof TaskNotFoundError) return true;
  return error instanceof KieError && !(error instanceof UncertainError) && error.envelopeCode !== null;
}

/** Errors whose message is written for the person at the terminal. */
function isTold(error: unknown): error is Error {
  return (
    isCallersMistake(error) ||
    error instanceof InterruptedError ||
    error instanceof KieError ||
    isAppError(error)
  );
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
