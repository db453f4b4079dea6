/** The calendar day of a moment in an IANA time zone, as `YYYY-MM-DD`. @throws RangeError for an unknown zone */
export function dayIn(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const hourMs = 3_600_000;
/** No time zone is further from UTC. */
const furthestMs = 15 * hourMs;

/** The moment a day (`YYYY-MM-DD`) ends in an IANA time zone, also where clocks change. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T24:00:00Z`);
  let [before, after] = [midnight - furthestMs, midnight + furthestMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(new Date(middle), timeZone) > day) after = middle;
    else before = middle;
  }
  return new Date(after);
}

/** Whether a text names a day that exists. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
