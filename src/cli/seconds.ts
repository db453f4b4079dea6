import { UsageError } from './errors.ts';

/** An option in seconds, as milliseconds. @throws UsageError */
export function secondsOf(option: string, given: string): number {
  const seconds = Number(given);
  if (!(seconds >= 0 && seconds <= 86_400)) throw new UsageError(`${option} takes seconds, up to a day.`);
  return seconds * 1000;
}
