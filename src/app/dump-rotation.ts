const hourly = 24;
const daily = 7;
const pattern = /^kiegram-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.jsonl$/;

/** The name of a dump: its moment in UTC, so that names sort by time. */
export function dumpName(at: Date): string {
  return `kiegram-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.jsonl`;
}

/** The moment a dump was made, to the second; null for any other file. */
export function dumpTime(name: string): Date | null {
  const [, day, hour, minute, second] = pattern.exec(name) ?? [];
  return day === undefined ? null : new Date(`${day}T${hour}:${minute}:${second}Z`);
}

/**
 * Pure: which dumps may go. Kept are the newest of each of the last 24 hours and of each of the last 7 days that
 * have one; files that are no dumps are nobody's business.
 */
export function dumpsToRemove(names: readonly string[]): string[] {
  const dumps = names.filter((name) => dumpTime(name) !== null).sort((a, b) => b.localeCompare(a));
  const kept = new Set([...newestOfEach(dumps, 21, hourly), ...newestOfEach(dumps, 18, daily)]);
  return dumps.filter((name) => !kept.has(name));
}

/** `length` characters of a name are its hour or its day. */
function newestOfEach(newestFirst: readonly string[], length: number, count: number): string[] {
  const byPeriod = new Map<string, string>();
  for (const name of newestFirst) {
    const period = name.slice(0, length);
    if (!byPeriod.has(period)) byPeriod.set(period, name);
  }
  return [...byPeriod.values()].slice(0, count);
}
